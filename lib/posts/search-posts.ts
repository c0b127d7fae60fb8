import { inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { postTexts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { summariesByIds } from '@/lib/posts/summaries';
import type { PostSummary } from '@/lib/posts/types';
import { isListedPost } from '@/lib/posts/visible-posts';
import { type Phrase, parseQuery } from '@/lib/search/parse-query';
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
  /** How many posts were found, at most 1,000: nobody pages further. */
  total: number;
}

const MAX_FOUND = 1000;

/**
 * Searches live posts for the words of `q`, best first: a headline counts ten times, a standfirst five. Words
 * that more than 1,000 posts have say little about relevance, and ranking them all is slow: in that case
 * posts with the words in the headline come first, and within each group the newest.
 */
export function searchPosts(
  db: Db,
  { q, page = 1, perPage = 20, ...narrowing }: SearchRequest,
): SearchResult {
  const query = parseQuery(q);
  if (!query) return { hits: [], total: 0 };
  const found = foundBy(query.match, narrowing);
  const matching = db.get<{ n: number }>(sql`select count(*) as n from (${found} limit ${MAX_FOUND + 1})`).n;
  const offset = (page - 1) * perPage;
  const limit = Math.max(0, Math.min(perPage, MAX_FOUND - offset));
  const rows = db.all<{ id: number }>(
    sql`${matching > MAX_FOUND ? newestFirst(query.match, narrowing) : bestFirst(found)} limit ${limit} offset ${offset}`,
  );
  const ids = rows.map(({ id }) => id);
  return { hits: hitsOf(db, ids, query.wanted), total: Math.min(matching, MAX_FOUND) };
}

function foundBy(match: string, narrowing: Narrowing): SQL {
  return sql`select posts.id as id, posts.published_at as published_at
    from post_search join posts on posts.id = post_search.rowid
    where post_search match ${match} and ${isListedPost}
    ${narrowedTo(narrowing)}`;
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

function bestFirst(found: SQL): SQL {
  return sql`${found} order by bm25(post_search, 10, 5, 1, 3), posts.published_at desc, posts.id desc`;
}

function newestFirst(match: string, narrowing: Narrowing): SQL {
  const newest = (found: SQL) =>
    sql`select * from (${found} order by post_search.rowid desc limit ${MAX_FOUND})`;
  const inHeadline = newest(foundBy(`(${match}) AND ({headline} : (${match}))`, narrowing));
  return sql`select id from
    (select *, 1 as in_headline from (${inHeadline}) union all select *, 0 from (${newest(foundBy(match, narrowing))}))
    group by id order by max(in_headline) desc, published_at desc, id desc`;
}

function hitsOf(db: Db, ids: number[], wanted: Phrase[]): SearchHit[] {
  const texts = textsOf(db, ids);
  return summariesByIds(db, ids).map((post) => ({
    post,
    snippet: snippetOf(texts.get(post.id) ?? post.standfirst, wanted),
  }));
}

function textsOf(db: Db, ids: number[]): Map<number, string> {
  const rows = db.select().from(postTexts).where(inArray(postTexts.postId, ids)).all();
  return new Map(rows.map(({ postId, text }) => [postId, text]));
}
