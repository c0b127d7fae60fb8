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
  const href = `/${encodeURIComponent(post.slug)}`;
  return (
    <article className={isLead ? 'card card-lead' : 'card'} lang={post.language}>
      <div className="card-words">
        <Kicker post={post} />
        <h2>
          <a href={href}>{post.headline}</a>
        </h2>
        {post.excerpt && <p className="card-excerpt">{post.excerpt}</p>}
        <p className="meta">
          <Byline byline={post.byline} language={post.language} />
          <Dateline at={post.publishedAt} language={post.language} timeZone={timeZone} />
        </p>
      </div>
      {post.leadMedia && (
        <a className="card-picture" href={href} tabIndex={-1} aria-hidden="true">
          <Picture
            media={post.leadMedia}
            alt=""
            sizes={isLead ? '(min-width: 60rem) 36rem, 100vw' : '(min-width: 40rem) 14rem, 33vw'}
            isLead={isLead}
          />
        </a>
      )}
    </article>
  );
}
