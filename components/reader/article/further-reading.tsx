import { postPath } from '@/lib/addresses';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Neighbours } from '@/lib/posts/neighbours';
import { PlainLink } from './plain-link';
import { Steps } from './steps';

interface Props {
  neighbours: Neighbours;
  language: LanguageCode;
}

/** Lists further posts at the end of a post: those closest in subject, and the previous and next ones. */
export function FurtherReading({ neighbours: { related, previous, next }, language }: Props) {
  const words = stringsFor(language);
  if (related.length === 0 && !previous && !next) return null;
  return (
    <nav
      className="max-w-measure mx-auto mt-12 print:hidden"
      aria-labelledby={related.length > 0 ? 'related' : undefined}
    >
      {related.length > 0 && (
        <>
          <h2
            id="related"
            className="border-strong-rule text-ui km:leading-open border-t-2 pt-3 font-sans leading-relaxed"
          >
            {words.related}
          </h2>
          <ul className="mb-8 list-none">
            {related.map(({ slug, headline }) => (
              <li
                key={slug}
                className="border-rule text-lead km:leading-open border-b py-3 leading-[1.35] font-semibold"
              >
                <PlainLink href={postPath(slug)}>{headline}</PlainLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <Steps
        previous={previous}
        next={next}
        labels={{ previous: words.previousPost, next: words.nextPost }}
      />
    </nav>
  );
}
