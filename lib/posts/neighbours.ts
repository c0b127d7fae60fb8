import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authorPosts, posts, revisions, topicPosts } from '@/db/schema';
import type { LivePost } from './types';

/** A post that another one leads to. */
export interface PostLink {
  slug: string;
  headline: string;
}

/** Where a reader can go from a post; all in its own language. */
export interface Neighbours {
  previous: PostLink | null;
  next: PostLink | null;
  related: PostLink[];
}

const MOST_RELATED = 3;
/** The newest posts of each topic and author among which related ones are looked for. */
const LOOKED_AT = 15;

interface Found {
  kind: 'previous' | 'next' | 'topic' | 'author';
  id: number;
  slug: string;
  headline: string;
  publishedAt: number;
}

/** The posts before and after a live one in its language's edition, and those closest to it in topic, then in author. */
export function findNeighbours(db: Db, post: LivePost): Neighbours {
  const found = db.all<Found>(neighboursOf(post));
  const one = (kind: Found['kind']) => found.find((row) => row.kind === kind);
  const [previous, next] = [one('previous'), one('next')];
  return {
    previous: previous ? linkTo(previous) : null,
    next: next ? linkTo(next) : null,
    related: relatedAmong(found.filter(({ kind }) => kind === 'topic' || kind === 'author')),
  };
}

/** Each shared topic counts twice as much as a shared author; of equals the newer comes first. */
function relatedAmong(rows: Found[]): PostLink[] {
  const scored = new Map<number, { row: Found; score: number }>();
  for (const row of rows) {
    const entry = scored.get(row.id) ?? { row, score: 0 };
    entry.score += row.kind === 'topic' ? 2 : 1;
    scored.set(row.id, entry);
  }
  return [...scored.values()]
    .sort((a, b) => b.score - a.score || b.row.publishedAt - a.row.publishedAt)
    .slice(0, MOST_RELATED)
    .map(({ row }) => linkTo(row));
}

function linkTo({ slug, headline }: Found): PostLink {
  return { slug, headline };
}

/** One statement, so that a post's page keeps to its budget of them; each part reads a few rows of an index. */
function neighboursOf({ id, language, publishedAt }: LivePost) {
  const live = sql`${posts.status} = 'published' and ${posts.kind} = 'post' and ${posts.language} = ${language}`;
  const edition = (comparison: 'before' | 'after') =>
    comparison === 'before'
      ? sql`select ${posts.id} from ${posts} where ${live} and (${posts.publishedAt}, ${posts.id}) < (${publishedAt}, ${id}) order by ${posts.publishedAt} desc, ${posts.id} desc limit 1`
      : sql`select ${posts.id} from ${posts} where ${live} and (${posts.publishedAt}, ${posts.id}) > (${publishedAt}, ${id}) order by ${posts.publishedAt}, ${posts.id} limit 1`;
  const topics = sql`select other.post_id from ${topicPosts} mine join ${topicPosts} other on other.topic_id = mine.topic_id
    where mine.post_id = ${id} and other.published_at >= coalesce((select published_at from ${topicPosts} newest
      where newest.topic_id = mine.topic_id order by published_at desc limit 1 offset ${LOOKED_AT - 1}), 0)`;
  const authors = sql`select other.post_id from ${authorPosts} mine join ${authorPosts} other on other.author_id = mine.author_id
    where mine.post_id = ${id} and other.published_at >= coalesce((select published_at from ${authorPosts} newest
      where newest.author_id = mine.author_id order by published_at desc limit 1 offset ${LOOKED_AT - 1}), 0)`;
  return sql`
    select wanted.kind, p.id, p.slug, r.headline, p.published_at as publishedAt
    from (
      select 'previous' as kind, id from (${edition('before')})
      union all select 'next', id from (${edition('after')})
      union all select 'topic', post_id from (${topics})
      union all select 'author', post_id from (${authors})
    ) wanted
    join ${posts} p on p.id = wanted.id
    join ${revisions} r on r.id = p.live_revision_id
    where p.id <> ${id} and p.language = ${language}`;
}
