import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authorPosts, authors, media, posts, revisions, series, topicPosts } from '@/db/schema';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { LanguageCode, LocalText } from '@/lib/language/languages';
import { LocalTextSchema } from '@/lib/settings/site';
import { countedMonths, type PeriodCount } from './archive-menu';
import type { BylineEntry, LivePost } from './types';
import { isInLists, isListedByOtherIndex } from './visible-posts';

/** A post that another post links to. */
export interface PostLink {
  slug: string;
  headline: string;
}

/** A post that is shown after another. */
export interface RelatedPost extends PostLink {
  /** The names as printed. */
  names: string[];
  /** Epoch ms. */
  publishedAt: number;
  /** Its lead picture, without words: next to its headline it adds none. */
  picture: MediaFacts | null;
}

/** More posts of an author of a post. */
export interface MoreByAuthor {
  slug: string;
  name: string;
  posts: RelatedPost[];
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
  related: RelatedPost[];
  /** Newer and older posts of the first author who has any that are not related. */
  moreBy: MoreByAuthor | null;
  /** Null for a post that is the only live part. */
  series: PostSeries | null;
  /** The months of the archive. */
  months: PeriodCount[];
}

const MOST_RELATED = 3;
const MOST_BY_AUTHOR = 3;
/** How many of the newest posts of each topic and author are considered as related. */
const LOOKED_AT = 15;

interface Found {
  kind: 'previous' | 'next' | 'topic' | 'author' | 'part' | 'month';
  id: number;
  /** The author whose post this is. */
  authorSlug: string | null;
  /** Of a post, or the month. */
  slug: string;
  headline: string;
  /** Epoch ms. */
  publishedAt: number;
  /** How many posts a month has. */
  count: number | null;
  byline: string | null;
  picture: string | null;
  seriesPart: number | null;
  /** The current series, repeated in every row of a part. */
  seriesSlug: string | null;
  seriesName: string | null;
}

/**
 * Finds the posts before and after a live one in its language's edition, the parts of its series, and the
 * posts closest to it in topic, then in author.
 * @param archive the language whose archive it leads to; without one, that of all posts.
 */
export function findNeighbours(db: Db, post: LivePost, archive?: LanguageCode): Neighbours {
  const found = db.all<Found>(neighboursOf(post, archive));
  const one = (kind: Found['kind']) => found.find((row) => row.kind === kind);
  const [previous, next] = [one('previous'), one('next')];
  const parts = found.filter(({ kind }) => kind === 'part');
  const isPart = ({ id }: Found) => parts.some((part) => part.id === id);
  const near = found.filter((row) => /topic|author/.test(row.kind) && !isPart(row));
  const related = relatedAmong(near);
  const others = near.filter(({ id }) => !related.some((row) => row.id === id));
  return {
    series: seriesOf(post, parts),
    previous: previous ? linkTo(previous) : null,
    next: next ? linkTo(next) : null,
    related: related.map(cardOf),
    moreBy: moreByAuthor(post, others),
    months: found.filter(({ kind }) => kind === 'month').map(({ slug, count }) => ({ period: slug, count })),
  };
}

/** A name that leads to no page is of an author who was deleted since. */
function moreByAuthor({ byline }: LivePost, others: Found[]): MoreByAuthor | null {
  for (const { name, slug } of byline) {
    const itsPosts = others
      .filter((row) => row.kind === 'author' && row.authorSlug === slug)
      .sort((a, b) => b.publishedAt - a.publishedAt || b.id - a.id)
      .slice(0, MOST_BY_AUTHOR);
    if (slug && itsPosts.length > 0) return { slug, name, posts: itsPosts.map(cardOf) };
  }
  return null;
}

/**
 * Ranks related posts: each shared topic counts twice as much as a shared author; of equals the newer comes
 * first.
 */
function relatedAmong(rows: Found[]): Found[] {
  const scored = new Map<number, { row: Found; score: number }>();
  for (const row of rows) {
    const entry = scored.get(row.id) ?? { row, score: 0 };
    entry.score += row.kind === 'topic' ? 2 : 1;
    scored.set(row.id, entry);
  }
  return [...scored.values()]
    .sort((a, b) => b.score - a.score || b.row.publishedAt - a.row.publishedAt)
    .slice(0, MOST_RELATED)
    .map(({ row }) => row);
}

function cardOf({ slug, headline, publishedAt, byline, picture }: Found): RelatedPost {
  const entries: BylineEntry[] = JSON.parse(byline ?? '[]');
  const facts: MediaFacts | null = JSON.parse(picture ?? 'null');
  return { slug, headline, publishedAt, names: entries.map(({ name }) => name), picture: facts };
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
function neighboursOf(
  { id, language, publishedAt, seriesId, isUnlisted }: LivePost,
  archive: LanguageCode | undefined,
) {
  const live = and(isInLists, eq(posts.language, language));
  const edition = (comparison: 'before' | 'after') =>
    comparison === 'before'
      ? sql`select ${posts.id} from ${posts} where ${live} and (${posts.publishedAt}, ${posts.id}) < (${publishedAt}, ${id}) order by ${posts.publishedAt} desc, ${posts.id} desc limit 1`
      : sql`select ${posts.id} from ${posts} where ${live} and (${posts.publishedAt}, ${posts.id}) > (${publishedAt}, ${id}) order by ${posts.publishedAt}, ${posts.id} limit 1`;
  const byTopic = sql`select other.post_id from ${topicPosts} mine join ${topicPosts} other on other.topic_id = mine.topic_id
    where mine.post_id = ${id} and other.published_at >= coalesce((select published_at from ${topicPosts} newest
      where newest.topic_id = mine.topic_id order by published_at desc limit 1 offset ${LOOKED_AT - 1}), 0)`;
  const byAuthor = sql`select other.post_id, other.author_id from ${authorPosts} mine join ${authorPosts} other on other.author_id = mine.author_id
    where mine.post_id = ${id} and other.published_at >= coalesce((select published_at from ${authorPosts} newest
      where newest.author_id = mine.author_id order by published_at desc limit 1 offset ${LOOKED_AT - 1}), 0)`;
  // A series shows no unlisted post.
  const parts = sql`select id from ${posts} where series_id = ${isUnlisted ? null : seriesId} and ${isListedByOtherIndex}`;
  return sql`
    select wanted.kind, p.id, ${authorOfRow} as authorSlug, p.slug, r.headline, p.published_at as publishedAt,
      null as count, case when ${isShown} then r.byline end as byline, ${pictureOfRow} as picture,
      p.series_part as seriesPart, s.slug as seriesSlug, s.name as seriesName
    from (
      select 'previous' as kind, id, null as owner from (${edition('before')})
      union all select 'next', id, null from (${edition('after')})
      union all select 'topic', post_id, null from (${byTopic})
      union all select 'author', post_id, author_id from (${byAuthor})
      union all select 'part', id, null from (${parts})
    ) wanted
    join ${posts} p on p.id = wanted.id
    join ${revisions} r on r.id = p.live_revision_id
    left join ${series} s on wanted.kind = 'part' and s.id = p.series_id
    where p.id <> ${id} and p.language = ${language}
    union all select 'month', 0, null, month, '', 0, posts, null, null, null, null, null from (${countedMonths(archive)})`;
}

/** Only these rows are shown with their names and pictures. */
const isShown = sql`wanted.kind in ('topic', 'author')`;
const authorOfRow = sql`(select ${authors.slug} from ${authors} where ${authors.id} = wanted.owner)`;
/** The media facts of the lead picture, as JSON. */
const pictureOfRow = sql`case when ${isShown} then (
  select json_object('id', ${media.id}, 'kind', ${media.kind}, 'mime', ${media.mime},
    'widthPx', ${media.widthPx}, 'heightPx', ${media.heightPx}, 'alt', '', 'caption', '', 'credit', '',
    'renditions', json(${media.renditions}), 'focusX', ${media.focusX}, 'focusY', ${media.focusY})
  from ${media} where ${media.id} = r.lead_media_id) end`;
