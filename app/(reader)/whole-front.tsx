import { PostCard } from '@/components/reader/article/post-card';
import { WholePost } from '@/components/reader/article/whole-post';
import { ListRail, WithRail } from '@/components/reader/site/list-rail';
import { LIST } from '@/components/reader/site/styles';
import type { LanguageCode } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { listRail } from '@/lib/posts/list-rail';
import type { PostSummary } from '@/lib/posts/types';
import { findLiveBodies, WHOLE_POSTS, withOwnAnchors } from '@/lib/posts/whole-posts';
import type { Site } from '@/lib/settings/site';

interface Props {
  site: Site;
  posts: PostSummary[];
  language: LanguageCode;
  /** The language of the edition, or null for the whole publication. */
  edition: LanguageCode | null;
}

/** Shows the first posts of a front page in full, the others as a list, and the archive next to them. */
export function WholeFront({ site, posts, language, edition }: Props) {
  const db = database();
  const whole = posts.slice(0, WHOLE_POSTS);
  const bodies = findLiveBodies(
    db,
    whole.map(({ id }) => id),
  );
  const rail = listRail(db, { shown: null, language: edition ?? undefined });
  return (
    <WithRail rail={<ListRail rail={rail} language={language} dates={site} />}>
      {whole.map((post, index) => (
        <WholePost
          key={post.id}
          post={post}
          html={withOwnAnchors(bodies.get(post.id) ?? '', post.id)}
          dates={site}
          isFirst={index === 0}
        />
      ))}
      <div className={LIST}>
        {posts.slice(WHOLE_POSTS).map((post) => (
          <PostCard key={post.id} post={post} dates={site} isMixed={!edition} />
        ))}
      </div>
    </WithRail>
  );
}
