import { type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { posts, postTexts, revisions } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { summariesByIds } from '@/lib/posts/summaries';
import type { PostSummary } from '@/lib/posts/types';
import { isListedPost } from '@/lib/posts/visible-posts';
import { isChance, shortPhrases } from '@/lib/search/chance-matches';
import { findRows, type Lookup } from '@/lib/search/find-rows';
import { type Phrase, parseQuery, type Query } from '@/lib/search/parse-query';
import { type SnippetPart, snippetOf } from '@/lib/search/snippet';

export type { SnippetPart } from '@/lib/search/snippet';

/** The filters of a search; `year` is `2022`. */
export interface Narrowing {
  language?: LanguageCode;
  topicId?: number;
  authorId?: number;
  year?: string;
}

/** A reader's search request; `page` counts from 1. */
export interface SearchRequest extends Narrowing {
  q: string;
  page?: number;
  perPage?: number;
}

/** A found post with the passage that contains the words. */
export interface SearchHit {
  post: PostSummary;
  snippet: SnippetPart[];
}

/** A page of results. */
export interface SearchResult {
  hits: SearchHit[];
  /** How many results there are to page through, at most 100. */
  total: number;
  /** Whether more posts match than can be paged through. */
  isMore: boolean;
  /** Whether the time ended before all posts were searched; the newest were searched first. */
  isPartial: boolean;
  /** Whether words were left out because there were too many. */
  isCut: boolean;
}

/** Nobody pages further, and every result more costs time. */
export const MAX_FOUND = 100;
/**
 * How long a search counts results beyond those of the page, and how long it looks for these, in ms. Only phrases
 * of frequent words in a publication of many ten thousand posts take so long.
 */
const COUNTING_MS = 2;
const LONGEST_MS = 9;

/** The texts of posts that were read already, by the posts' ids. */
type Texts = Map<number, string>;

const NOTHING: SearchResult = { hits: [], total: 0, isMore: false, isPartial: false, isCut: false };

/**
 * Searches live posts for the words of `q`, best first: a headline counts ten times, a standfirst five. Where
 * very many posts have the words, those with all of them in the headline come first, and within each group
 * the newest; see `findRows`.
 * @param elapsedMs returns how long the reader has been waiting.
 */
export function searchPosts(
  db: Db | Tx,
  { q, page = 1, perPage = 20, ...narrowing }: SearchRequest,
  elapsedMs = () => 0,
): SearchResult {
  const query = parseQuery(q);
  if (!query) return NOTHING;
  const [start, end] = [(page - 1) * perPage, page * perPage];
  const isLate = (found: number) => elapsedMs() > (found > end ? COUNTING_MS : LONGEST_MS);
  const found = findPosts(db, query, narrowing, isLate);
  const texts: Texts = new Map();
  const { ids, isEnded } = withoutChance(db, found.ids, query.wanted, { atOnce: perPage, isLate, texts });
  const isPartial = found.isPartial || isEnded;
  // More are known than the page shows; those beyond the last whole page were not all counted.
  const isUncounted = isPartial && ids.length > end;
  const most = isUncounted ? Math.floor((ids.length - 1) / perPage) * perPage : MAX_FOUND;
  return {
    hits: hitsOf(db, ids.slice(0, most).slice(start, end), query.wanted, texts),
    total: Math.min(ids.length, most),
    isMore: ids.length > most,
    isPartial: isPartial && !isUncounted,
    isCut: query.isCut,
  };
}

/** Finds the posts in the order in which they are shown, at most one more than is shown. */
function findPosts(db: Db | Tx, query: Query, narrowing: Narrowing, isLate: Lookup['isLate']) {
  const where = sql`and ${isListedPost} ${narrowedTo(narrowing)}`;
  const limit = MAX_FOUND + 1;
  const { ids, isRanked, isPartial } = findRows(db, { index: 'post_search', query, where, limit, isLate });
  if (isRanked) return { ids, isPartial };
  const inHeadline = new Set(findInHeadlines(db, query, where));
  const ordered = newestFirst(db, [...new Set([...inHeadline, ...ids])]);
  const others = ordered.filter((id) => !inHeadline.has(id));
  return {
    ids: [...ordered.filter((id) => inHeadline.has(id)), ...others].slice(0, limit),
    isPartial: isPartial && ordered.length < limit,
  };
}

/**
 * Leaves out the posts that have a phrase only where one word ends and the next begins. It reads the texts of a page at
 * a time, because reading all takes longer than finding them.
 * @returns those that were looked at before it was late.
 */
function withoutChance(
  db: Db | Tx,
  ids: number[],
  wanted: Phrase[],
  { atOnce, isLate, texts }: { atOnce: number; isLate: Lookup['isLate']; texts: Texts },
): { ids: number[]; isEnded: boolean } {
  const phrases = shortPhrases(wanted);
  if (phrases.length === 0) return { ids, isEnded: false };
  const kept: number[] = [];
  for (let at = 0; at < ids.length; at += atOnce) {
    if (at > 0 && isLate(kept.length)) return { ids: kept, isEnded: true };
    const some = ids.slice(at, at + atOnce);
    const byChance = chanceAmong(db, some, phrases, texts);
    kept.push(...some.filter((id) => !byChance.has(id)));
  }
  return { ids: kept, isEnded: false };
}

function chanceAmong(db: Db | Tx, ids: number[], phrases: Phrase[], texts: Texts): Set<number> {
  readTexts(db, ids, texts);
  const rows = db.all<{ id: number; headline: string; standfirst: string }>(sql`
    select posts.id, headline, standfirst from ${posts} join ${revisions} r on r.id = live_revision_id
    where posts.id in (select value from json_each(${JSON.stringify(ids)}))`);
  const byChance = rows.filter(({ id, headline, standfirst }) =>
    phrases.some((phrase) => isChance([headline, standfirst, texts.get(id) ?? ''], phrase)),
  );
  return new Set(byChance.map(({ id }) => id));
}

/** Finds the newest posts with all words in the headline. */
function findInHeadlines(db: Db | Tx, { match, unwanted }: Query, where: SQL): number[] {
  // A word to leave out may also be in the text, which this index does not have.
  const isWhole =
    unwanted.length > 0 &&
    sql`and exists (select 1 from post_search where post_search match ${match} and rowid = posts.id)`;
  const rows = db.all<{ id: number }>(sql`select posts.id as id
    from headline_search cross join posts on posts.id = headline_search.rowid
    where headline_search match ${match} ${where} ${isWhole || sql``}
    order by headline_search.rowid desc limit ${MAX_FOUND + 1}`);
  return rows.map(({ id }) => id);
}

/** Orders posts by their dates, the newest first. */
function newestFirst(db: Db | Tx, ids: number[]): number[] {
  const rows = db.all<{ id: number }>(sql`select id from posts
    where id in (select value from json_each(${JSON.stringify(ids)})) order by published_at desc, id desc`);
  return rows.map(({ id }) => id);
}

function narrowedTo({ language, topicId, authorId, year }: Narrowing): SQL {
  const conditions = [
    language && sql`and posts.language = ${language}`,
    topicId !== undefined &&
      sql`and exists (select 1 from topic_posts where post_id = posts.id and topic_id = ${topicId})`,
    authorId !== undefined &&
      sql`and exists (select 1 from author_posts where post_id = posts.id and author_id = ${authorId})`,
    // ';' sorts just after every digit and '-', so this ends a year.
    year && sql`and posts.published_month >= ${year} and posts.published_month < ${`${year};`}`,
  ];
  return sql.join(
    conditions.filter((condition) => condition !== undefined && condition !== false && condition !== ''),
    sql` `,
  );
}

function hitsOf(db: Db | Tx, ids: number[], wanted: Phrase[], texts: Texts): SearchHit[] {
  readTexts(db, ids, texts);
  return summariesByIds(db, ids).map((post) => ({
    post,
    snippet: snippetOf(texts.get(post.id) ?? post.standfirst, wanted),
  }));
}

/** Reads the texts that are not known yet. */
function readTexts(db: Db | Tx, ids: number[], texts: Texts): void {
  const unknown = ids.filter((id) => !texts.has(id));
  if (unknown.length === 0) return;
  const rows = db.all<{ id: number; text: string }>(sql`select post_id as id, text from ${postTexts}
    where post_id in (select value from json_each(${JSON.stringify(unknown)}))`);
  for (const { id, text } of rows) texts.set(id, text);
}
