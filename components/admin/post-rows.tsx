import { formatDate } from '@/lib/language/dates';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import type { PostKind, PostStatus } from '@/lib/posts/types';

export interface PostRow {
  id: number;
  headline: string;
  status: PostStatus;
  language: LanguageCode;
  kind: PostKind;
  byline: string;
  updatedAt: number;
  publishedAt: number | null;
  scheduledAt: number | null;
  isSample: boolean;
  hasUnpublishedChanges: boolean;
}

/** Posts as their author looks them up. */
export function PostRows({
  posts,
  timeZone,
  words,
}: {
  posts: PostRow[];
  timeZone: string;
  words: DeskStrings;
}) {
  return (
    <ul className="rows">
      {posts.map((post) => (
        <li key={post.id}>
          <a className="headline" href={`/admin/posts/${post.id}`} lang={post.language}>
            {post.headline || 'No headline yet'}
          </a>
          <p className="meta">
            <span className={`badge badge-${post.status}`}>{words.status[post.status]}</span>
            {post.isSample && <span className="badge badge-sample">Sample</span>}
            {post.hasUnpublishedChanges && <span className="badge">Unpublished changes</span>}
            {post.kind === 'page' && <span className="badge">Fixed page</span>}
            <span>{LANGUAGES[post.language].ownName}</span>
            {post.byline && <span>{post.byline}</span>}
            <span>{dateOf(post, timeZone)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function dateOf(post: PostRow, timeZone: string): string {
  if (post.status === 'scheduled' && post.scheduledAt)
    return `for ${formatDate(post.scheduledAt, 'en', { timeZone })}`;
  if (post.status === 'published' && post.publishedAt)
    return formatDate(post.publishedAt, 'en', { timeZone });
  return `written ${formatDate(post.updatedAt, 'en', { timeZone })}`;
}
