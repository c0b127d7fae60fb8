import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authorPosts, posts, revisions, series, topicPosts } from '@/db/schema';
import type { LocalText } from '@/lib/language/languages';
import { LocalTextSchema } from '@/lib/settings/site';
import type { LivePost } from './types';
import { isInLists, isListedByOtherIndex } from './visible-posts';

/** A post that another post links to. */
export interface PostLink {
  slug: string;
  headline: string;
}

/** A series with its live parts in one language, in order. */
export interface PostSeries {
  slug: string;
  name: LocalText;
  parts: PostLink[];
  /** The index of the current post among `parts`. */
  at: number;
}

/** Where a reader can go from a post; all in its own language. */
export interface Neighbours {
  previous: PostLink | null;
  next: PostLink | null;
  related: PostLink[];
  /** Null for a post that is the only live part. */
  series: PostSeries | null;
}

const MOST_RELATED = 3;
/** How many of the newest posts of each topic and author are considered as related. */
const LOOKED_AT = 15;

interface Found {
  kind: 'previous' | 'next' | 'topic' | 'author' | 'part';
  id: number;
  slug: string;
  headline: string;
  publishedAt: number;
  seriesPart: number | null;
  /** The current series, repeated in every row of a part. */
  seriesSlug: string | null;
  seriesName: string | null;
}

/**
 * Finds the posts before and after a live one in its language's edition, the parts of its series, and the
 * posts closest to it in topic, then in author.
 */
export function findNeighbours(db: Db, post: LivePost): Neighbours {
  const found = db.all<Found>(neighboursOf(post));
  const one = (kind: Found['kind']) => found.find((row) => row.kind === kind);
  const [previous, next] = [one('previous'), one('next')];
  const parts = found.filter(({ kind }) => kind === 'part');
  const isPart = ({ id }: Found) => parts.some((part) => part.id === id);
  return {
    series: seriesOf(post, parts),
    previous: previous ? linkTo(previous) : null,
    next: next ? linkTo(next) : null,
    related: relatedAmong(found.filter((row) => /topic|author/.test(row.kind) && !isPart(row))),
  };
}

/**
 * Ranks related posts: each shared topic counts twice as much as a shared author; of equals the newer comes
 * first.
 */
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

/** Adds the post to the other parts: a post that is not public yet appears in preview where it will be. */
function seriesOf(post: LivePost, others: Found[]): PostSeries | null {
  const [first] = others;
  if (!first?.seriesSlug) return null;
  const parts = [post, ...others].sort((a, b) => (a.seriesPart ?? 0) - (b.seriesPart ?? 0) || a.id - b.id);
  return {
    slug: first.seriesSlug,
    name: LocalTextSchema.parse(JSON.parse(first.seriesName ?? '{}')),
    parts: parts.map(linkTo),
    at: parts.findIndex(({ id }) => id === post.id),
  };
}

function linkTo({ slug, headline }: PostLink): PostLink {
  return { slug, headline };
}

/**
 * Finds all neighbours in one statement, so that a post's page stays within its limit of statements; each
 * part of it reads a few rows of an index.
 */
function neighboursOf({ id, language, publishedAt, seriesId, isUnlisted }: LivePost) {
  const live = and(isInLists, eq(posts.language, language));
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
  // A series shows no unlisted post.
  const parts = sql`select id from ${posts} where series_id = ${isUnlisted ? null : seriesId} and ${isListedByOtherIndex}`;
  return sql`
    select wanted.kind, p.id, p.slug, r.headline, p.published_at as publishedAt, p.series_part as seriesPart,
      s.slug as seriesSlug, s.name as seriesName
    from (
      select 'previous' as kind, id from (${edition('before')})
      union all select 'next', id from (${edition('after')})
      union all select 'topic', post_id from (${topics})
      union all select 'author', post_id from (${authors})
      union all select 'part', id from (${parts})
    ) wanted
    join ${posts} p on p.id = wanted.id
    join ${revisions} r on r.id = p.live_revision_id
    left join ${series} s on wanted.kind = 'part' and s.id = p.series_id
    where p.id <> ${id} and p.language = ${language}`;
}
