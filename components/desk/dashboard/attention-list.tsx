import { SectionTitle } from '@/components/desk/ui/page';
import { adminPostPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import type { Attention } from '@/lib/posts/dashboard';
import { shortLinkStyle, shortNoteStyle, shortRowStyle } from './short-list-styles';

/**
 * Lists problems that readers would notice, and changes that they do not see yet. Renders nothing when there are none.
 */
export function AttentionList({ posts, words }: { posts: Attention[]; words: DeskStrings }) {
  if (posts.length === 0) return null;
  return (
    <section className="mt-8 lg:first:mt-2">
      <SectionTitle>{words.dashboard.attention}</SectionTitle>
      <ul>
        {posts.map((post) => (
          <li key={post.id} className={shortRowStyle}>
            <a
              className={shortLinkStyle}
              href={adminPostPath(post.id)}
              lang={post.headline ? post.language : undefined}
            >
              {post.headline || words.posts.noHeadline}
            </a>
            {post.hasUnpublishedChanges && (
              <small className={shortNoteStyle}>{words.dashboard.unpublishedChanges}</small>
            )}
            {post.missingAlts > 0 && (
              <small className={shortNoteStyle}>
                {fill(words.dashboard.missingAlts, { count: post.missingAlts })}
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
