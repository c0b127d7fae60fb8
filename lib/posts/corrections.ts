import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { corrections, posts, revisions } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { isListedByOtherIndex } from './visible-posts';

/** A correction with its post. */
export interface CorrectionListing {
  id: number;
  note: string;
  /** Epoch ms. */
  publishedAt: number;
  slug: string;
  headline: string;
  language: LanguageCode;
}

/** Lists corrections of listed posts, in one language if given, newest first. @param page from 1. */
export function listCorrections(
  db: Db,
  { page, perPage, language }: { page: number; perPage: number; language?: LanguageCode },
): { corrections: CorrectionListing[]; total: number } {
  // SQLite must start from the corrections, and not scan all listed posts.
  const isOfListedPost = and(
    eq(posts.id, corrections.postId),
    isListedByOtherIndex,
    language ? sql`+${posts.language} = ${language}` : undefined,
  );
  const rows = db
    .select({
      id: corrections.id,
      note: corrections.note,
      publishedAt: corrections.publishedAt,
      slug: posts.slug,
      headline: revisions.headline,
      language: posts.language,
    })
    .from(corrections)
    .innerJoin(posts, isOfListedPost)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .orderBy(desc(corrections.publishedAt), desc(corrections.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all();
  const total = db.select({ n: count() }).from(corrections).innerJoin(posts, isOfListedPost).get()?.n ?? 0;
  return {
    corrections: rows,
    total,
  };
}
