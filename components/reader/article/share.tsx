import { copyPath, plainPostPath, postPath } from '@/lib/addresses';
import { stringsFor } from '@/lib/language/strings';
import type { LivePost } from '@/lib/posts/types';
import { TextEditionLink } from '../site/text-edition-link';

interface Props {
  post: Pick<LivePost, 'slug' | 'headline' | 'language'>;
  /** Without a slash at the end. */
  siteUrl: string;
}

/** Offers ways to share a post: plain links, so nothing is requested from anybody before a reader chooses one. */
export function Share({ post, siteUrl }: Props) {
  const { slug, headline, language } = post;
  const words = stringsFor(language);
  const url = siteUrl + postPath(slug);
  const readable = siteUrl.replace(/^https?:\/\//, '') + plainPostPath(slug);
  return (
    <section
      data-part="share"
      className="share"
      lang={language}
      aria-label={words.share}
      data-address={readable}
    >
      <details>
        <summary>{words.share}</summary>
        <ul>
          {shareLinks(url, headline, words.shareByEmail).map(({ name, href }) => (
            <li key={name}>
              <a href={href} rel="nofollow noreferrer">
                {name}
              </a>
            </li>
          ))}
        </ul>
        <p className="share-address">
          <label>
            {words.addressToCopy} <input readOnly type="text" value={url} />
          </label>
          <a rel="bookmark" href={url}>
            {readable}
          </a>
        </p>
      </details>
      <p>
        <a href={copyPath(slug)}>{words.saveCopy}</a> <span data-copy-size="" />
      </p>
      <p>
        <TextEditionLink language={language} />
      </p>
    </section>
  );
}

/** Returns the share addresses of the apps in use, as their makers document them. */
function shareLinks(url: string, headline: string, email: string): { name: string; href: string }[] {
  const address = encodeURIComponent(url);
  const words = encodeURIComponent(headline);
  return [
    { name: 'Telegram', href: `https://t.me/share/url?url=${address}&text=${words}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${address}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${words}%20${address}` },
    { name: 'X', href: `https://x.com/intent/post?url=${address}&text=${words}` },
    { name: email, href: `mailto:?subject=${words}&body=${words}%0D%0A%0D%0A${address}` },
  ];
}
