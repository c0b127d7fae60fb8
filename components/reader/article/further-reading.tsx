import { authorPath, postPath } from '@/lib/addresses';
import type { DateSettings } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { MoreByAuthor, Neighbours, RelatedPost } from '@/lib/posts/neighbours';
import { Byline } from './byline';
import { Dateline } from './dateline';
import { Meta } from './meta';
import { Picture } from './picture';
import { PlainLink } from './plain-link';
import { Steps } from './steps';

interface Props {
  neighbours: Neighbours;
  language: LanguageCode;
  dates: DateSettings;
}

/**
 * Lists further posts at the end of a post: those closest in subject, more by its author, and the previous and next
 * ones.
 */
export function FurtherReading({ neighbours, language, dates }: Props) {
  const { related, moreBy, previous, next } = neighbours;
  const words = stringsFor(language);
  if (related.length === 0 && !moreBy && !previous && !next) return null;
  return (
    <div className="print:hidden">
      {related.length > 0 && (
        <nav aria-labelledby="related" className="mb-8">
          <h2 id="related" className={HEADING}>
            {words.related}
          </h2>
          <Cards posts={related} language={language} dates={dates} />
        </nav>
      )}
      {moreBy && <MoreBy moreBy={moreBy} language={language} dates={dates} />}
      {(previous || next) && (
        <nav aria-label={words.previousAndNext}>
          <Steps
            previous={previous}
            next={next}
            labels={{ previous: words.previousPost, next: words.nextPost }}
          />
        </nav>
      )}
    </div>
  );
}

const HEADING =
  'border-strong-rule text-ui km:leading-open border-t-2 pt-3 pb-1 font-sans leading-relaxed font-semibold';

type Shown = Pick<Props, 'language' | 'dates'>;

function MoreBy({ moreBy: { slug, name, posts }, language, dates }: Shown & { moreBy: MoreByAuthor }) {
  return (
    <nav aria-labelledby="more-by" className="mb-8">
      <h2 id="more-by" className={HEADING}>
        <PlainLink href={authorPath(slug)}>{fill(stringsFor(language).moreBy, { name })}</PlainLink>
      </h2>
      <ul className="list-none">
        {posts.map((post) => (
          <li key={post.slug} className="border-rule border-b py-3">
            <h3 className={`${HEADLINE} mb-1`}>
              <PlainLink href={postPath(post.slug)}>{post.headline}</PlainLink>
            </h3>
            <Meta>
              <Dateline at={post.publishedAt} language={language} dates={dates} />
            </Meta>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const HEADLINE = 'text-title leading-title font-semibold';

function Cards({ posts, language, dates }: Shown & { posts: RelatedPost[] }) {
  return (
    <ul className="list-none">
      {posts.map((post) => (
        <li key={post.slug} className="border-rule relative flex gap-4 border-b py-4">
          <div className="flex-1">
            <h3 className={`${HEADLINE} mb-1`}>
              <CardLink href={postPath(post.slug)}>{post.headline}</CardLink>
            </h3>
            <Meta>
              <Byline
                byline={post.names.map((name) => ({ name, slug: null, biography: {} }))}
                language={language}
              />
              <Dateline at={post.publishedAt} language={language} dates={dates} />
            </Meta>
          </div>
          {post.picture && (
            <div className="w-24 flex-none sm:w-32">
              <Picture
                media={post.picture}
                alt=""
                sizes="(min-width: 40rem) 8rem, 6rem"
                className="aspect-3/2 object-cover"
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Covers the card, so that the picture needs no link of its own. */
function CardLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="no-underline after:absolute after:inset-0 hover:underline">
      {children}
    </a>
  );
}
