import { postPath } from '@/lib/addresses';
import type { DateSettings } from '@/lib/language/dates';
import type { PostSummary } from '@/lib/posts/types';
import { Byline } from './byline';
import { Dateline } from './dateline';
import { Kicker } from './kicker';
import { Picture } from './picture';

/** A card's place on a front page: the large one, or one of those right under it. */
export type Rank = 'lead' | 'second';

interface Props {
  post: PostSummary;
  dates: DateSettings;
  rank?: Rank;
}

/** How wide a card's picture is shown, for `sizes`; the stylesheet has the same values. */
const PICTURE_SIZES = {
  lead: '(min-width: 70rem) 39rem, (min-width: 48rem) 58vw, 100vw',
  second: '(min-width: 70rem) 21rem, 30vw',
  listed: '(min-width: 40rem) 12rem, 30vw',
};

/** Shows a post in a list: headline, standfirst, names, date, and its picture if it has one. */
export function PostCard({ post, dates, rank }: Props) {
  const isPost = post.kind === 'post';
  const href = postPath(post.slug);
  return (
    <article className={rank ? `card card-${rank}` : 'card'} lang={post.language}>
      {post.leadMedia && (
        <div className="card-picture">
          <Picture
            media={post.leadMedia}
            alt=""
            sizes={PICTURE_SIZES[rank ?? 'listed']}
            isLead={rank === 'lead'}
          />
        </div>
      )}
      <div className="card-words">
        {isPost && <Kicker post={post} />}
        <h2>
          <a href={href}>{post.headline}</a>
        </h2>
        {post.excerpt && <p className="card-excerpt">{post.excerpt}</p>}
        {isPost && (
          <p data-part="meta" className="meta">
            <Byline byline={post.byline} language={post.language} />
            <Dateline at={post.publishedAt} language={post.language} dates={dates} />
          </p>
        )}
      </div>
    </article>
  );
}
