import { adminPostPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import type { Attention } from '@/lib/posts/dashboard';

/**
 * Lists problems that readers would notice, and changes that they do not see yet. Renders nothing when there are none.
 */
export function AttentionList({ posts, words }: { posts: Attention[]; words: DeskStrings }) {
  if (posts.length === 0) return null;
  return (
    <section>
      <h2>{words.dashboard.attention}</h2>
      <ul className="short-list">
        {posts.map((post) => (
          <li key={post.id}>
            <a href={adminPostPath(post.id)} lang={post.headline ? post.language : undefined}>
              {post.headline || words.posts.noHeadline}
            </a>
            {post.hasUnpublishedChanges && <small>{words.dashboard.unpublishedChanges}</small>}
            {post.missingAlts > 0 && (
              <small>{fill(words.dashboard.missingAlts, { count: post.missingAlts })}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
