import { inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { postTexts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { summariesByIds } from '@/lib/posts/summaries';
import type { PostSummary } from '@/lib/posts/types';
import { parseQuery } from './parse-query';
import { type SnippetPart, snippetOf } from './snippet';

export type { SnippetPart } from './snippet';

/** A search as a reader asks it; `page` counts from 1. */
export interface SearchRequest {
  q: string;
  language?: LanguageCode;
  page?: number;
  perPage?: number;
}

/** A found post with the passage that has the words. */
export interface SearchHit {
  post: PostSummary;
  snippet: SnippetPart[];
}

/** Live posts that have the words of `q`, best first: a headline counts ten times, a standfirst five. */
export function searchPosts(
  db: Db,
  { q, language, page = 1, perPage = 20 }: SearchRequest,
): { hits: SearchHit[]; total: number } {
  const query = parseQuery(q);
  if (!query) return { hits: [], total: 0 };
  const found = sql`from post_search join posts on posts.id = post_search.rowid
    where post_search match ${query.match} and posts.status = 'published'
    ${language ? sql`and posts.language = ${language}` : sql``}`;
  const total = db.get<{ n: number }>(sql`select count(*) as n ${found}`).n;
  const rows = db.all<{ id: number }>(sql`select posts.id as id ${found}
    order by bm25(post_search, 10, 5, 1, 3), posts.published_at desc, posts.id desc
    limit ${perPage} offset ${(page - 1) * perPage}`);

  const ids = rows.map(({ id }) => id);
  const summaries = new Map(summariesByIds(db, ids).map((post) => [post.id, post]));
  const texts = textsOf(db, ids);
  const hits = ids.flatMap((id) => {
    const post = summaries.get(id);
    return post ? [{ post, snippet: snippetOf(texts.get(id) ?? post.standfirst, query.wanted) }] : [];
  });
  return { hits, total };
}

function textsOf(db: Db, ids: number[]): Map<number, string> {
  const rows = db.select().from(postTexts).where(inArray(postTexts.postId, ids)).all();
  return new Map(rows.map(({ postId, text }) => [postId, text]));
}
