import { copyPath, plainPostPath, postPath, reusePath } from '@/lib/addresses';
import { BELOW_POST } from '@/lib/formats/editions/copy-style';
import { stringsFor } from '@/lib/language/strings';
import type { LivePost } from '@/lib/posts/types';
import { TextEditionLink } from '../site/text-edition-link';

interface Props {
  post: Pick<LivePost, 'slug' | 'kind' | 'headline' | 'language'>;
  /** Without a slash at the end. */
  siteUrl: string;
  /** Whether others may publish it. */
  isRepublishable: boolean;
}

/** Offers ways to share a post: plain links, so nothing is requested from anybody before a reader chooses one. */
export function Share({ post, siteUrl, isRepublishable }: Props) {
  const { slug, kind, headline, language } = post;
  const words = stringsFor(language);
  const url = siteUrl + postPath(slug);
  const readable = siteUrl.replace(/^https?:\/\//, '') + plainPostPath(slug);
  return (
    <section
      data-part="share"
      className={`${BELOW_POST} ${ON_PAPER} flex flex-wrap gap-x-6 gap-y-1`}
      lang={language}
      aria-label={words.share}
      data-address={readable}
    >
      <details className="open:basis-full print:hidden">
        <summary className="text-ink cursor-pointer py-1.5">{words.share}</summary>
        <ul className="flex list-none flex-wrap gap-x-5">
          {shareLinks(url, headline, words.shareByEmail).map(({ name, href }) => (
            <li key={name}>
              <a href={href} rel="nofollow noreferrer" className={LINK}>
                {name}
              </a>
            </li>
          ))}
        </ul>
        <Address url={url} readable={readable} label={words.addressToCopy} />
      </details>
      <p className="print:hidden">
        <a href={copyPath(slug)} className={LINK}>
          {words.saveCopy}
        </a>{' '}
        <span data-copy-size="" />
      </p>
      {kind === 'post' && (
        <p className="print:hidden">
          <a href={reusePath(slug)} rel="nofollow" className={LINK}>
            {isRepublishable ? words.reuseRepublish : words.reuseCite}
          </a>
        </p>
      )}
      <p className="print:hidden">
        <TextEditionLink language={language} className={LINK} />
      </p>
    </section>
  );
}

/** Only the address is printed. */
const ON_PAPER =
  'print:mt-4 print:max-w-none print:break-before-avoid print:pt-2 print:after:wrap-anywhere print:after:content-[attr(data-address)]';
const LINK = 'inline-block py-1.5';

/** One click selects the whole address. Touch screens show a link instead, which phones offer to copy. */
function Address({ url, readable, label }: { url: string; readable: string; label: string }) {
  return (
    <p className="pt-2 pb-4">
      <label className="[@media(hover:none)]:hidden">
        {label}{' '}
        <input
          readOnly
          type="text"
          value={url}
          className="border-soft block w-full rounded-xs border bg-transparent px-2.5 py-1.5 text-inherit [font:inherit]"
        />
      </label>
      <a
        rel="bookmark"
        href={url}
        className="hidden py-1.5 wrap-anywhere [@media(hover:none)]:block [@media(hover:none)]:select-all"
      >
        {readable}
      </a>
    </p>
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
