import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { media, mediaUses, posts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { summariesByIds } from './summaries';
import type { PostSummary } from './types';
import { isListedByOtherIndex } from './visible-posts';

interface RecordedRequest {
  /** Only posts in this language. */
  language?: LanguageCode;
  /** From 1. */
  page: number;
  perPage: number;
}

/**
 * Lists the posts whose live text has a video or an audio recording, newest first. It starts from the recordings,
 * which have an index, so other posts and pictures make it no slower.
 * @returns a total of 0 for a page after the last.
 */
export function listRecordedPosts(
  db: Db,
  { language, page, perPage }: RecordedRequest,
): { posts: PostSummary[]; total: number } {
  const rows = db.all<{ id: number; total: number }>(sql`
    select id, count(*) over () as total
    from (select distinct ${posts.id} as id, ${posts.publishedAt} as at ${fromRecordings(language)})
    order by at desc, id desc limit ${perPage} offset ${(page - 1) * perPage}`);
  const ids = rows.map(({ id }) => id);
  return { posts: summariesByIds(db, ids), total: rows[0]?.total ?? 0 };
}

/** Returns what follows `select` for listed posts and the recordings that they show: a post is there for each. */
export function fromRecordings(language?: LanguageCode): SQL {
  const isUsed = and(eq(mediaUses.mediaId, media.id), eq(mediaUses.isLive, true));
  const isShown = and(
    eq(posts.id, mediaUses.postId),
    isListedByOtherIndex,
    sql`+${posts.kind} = 'post'`,
    language ? sql`+${posts.language} = ${language}` : undefined,
  );
  // The condition of the index of recordings: SQLite uses it only for the same words.
  return sql`from ${media} cross join ${mediaUses} on ${isUsed} cross join ${posts} on ${isShown}
    where ${media.kind} <> 'picture'`;
}
