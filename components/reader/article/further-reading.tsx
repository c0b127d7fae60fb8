import { postPath } from '@/lib/addresses';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Neighbours, PostLink } from '@/lib/posts/neighbours';

interface Props {
  neighbours: Neighbours;
  language: LanguageCode;
}

/** Lists further posts at the end of a post: those closest in subject, and the previous and next ones. */
export function FurtherReading({ neighbours: { related, previous, next }, language }: Props) {
  const words = stringsFor(language);
  if (related.length === 0 && !previous && !next) return null;
  return (
    <nav className="further" aria-labelledby={related.length > 0 ? 'related' : undefined}>
      {related.length > 0 && (
        <>
          <h2 id="related">{words.related}</h2>
          <ul>
            {related.map((post) => (
              <li key={post.slug}>
                <Headline post={post} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="further-steps">
        {previous && <Step label={words.previousPost} post={previous} rel="prev" />}
        {next && <Step label={words.nextPost} post={next} rel="next" />}
      </div>
    </nav>
  );
}

function Step({ label, post, rel }: { label: string; post: PostLink; rel: 'prev' | 'next' }) {
  return (
    <p className={`further-${rel}`}>
      <span>{label}</span> <Headline post={post} rel={rel} />
    </p>
  );
}

function Headline({ post: { slug, headline }, rel }: { post: PostLink; rel?: string }) {
  return (
    <a href={postPath(slug)} rel={rel}>
      {headline}
    </a>
  );
}
