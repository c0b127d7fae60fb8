import type { PostSummary } from '@/lib/posts/types';
import { Byline } from './byline';
import { Dateline } from './dateline';
import { Kicker } from './kicker';
import { Picture } from './picture';

interface Props {
  post: PostSummary;
  timeZone: string;
  /** The first piece of a front page, shown large. */
  isLead?: boolean;
}

/** A post in a list: headline, standfirst, names, date, and its picture if it has one. */
export function PostCard({ post, timeZone, isLead = false }: Props) {
  const isPost = post.kind === 'post';
  const href = `/${encodeURIComponent(post.slug)}`;
  return (
    <article className={isLead ? 'card card-lead' : 'card'} lang={post.language}>
      <div className="card-words">
        {isPost && <Kicker post={post} />}
        <h2>
          <a href={href}>{post.headline}</a>
        </h2>
        {post.excerpt && <p className="card-excerpt">{post.excerpt}</p>}
        {isPost && (
          <p className="meta">
            <Byline byline={post.byline} language={post.language} />
            <Dateline at={post.publishedAt} language={post.language} timeZone={timeZone} />
          </p>
        )}
      </div>
      {post.leadMedia && (
        <div className="card-picture">
          <Picture
            media={post.leadMedia}
            alt=""
            sizes={
              isLead
                ? '(min-width: 70rem) 39rem, (min-width: 48rem) 58vw, 100vw'
                : '(min-width: 40rem) 12rem, 30vw'
            }
            isLead={isLead}
          />
        </div>
      )}
    </article>
  );
}
