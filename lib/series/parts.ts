import { and, asc, desc, eq, gt, ne, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deskPosts, posts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { MOST_OFFERED } from '@/lib/posts/most-offered';
import { summariesByIds } from '@/lib/posts/summaries';
import type { PostStatus, PostSummary } from '@/lib/posts/types';
import { isListedByOtherIndex } from '@/lib/posts/visible-posts';

/** A live post of a series with its number among the parts in its language. */
export interface LivePart {
  /** From 1. */
  part: number;
  post: PostSummary;
}

/**
 * Lists one page of the live parts of a series: those in `language` first, each language in its own order.
 * @param only the language of the parts, if not all are wanted.
 * @param page from 1.
 */
export function listLiveParts(
  db: Db,
  {
    seriesId,
    language,
    only,
    page,
    perPage,
  }: { seriesId: number; language: LanguageCode; only?: LanguageCode; page: number; perPage: number },
): { parts: LivePart[]; total: number } {
  const rows = db
    .select({ id: posts.id, language: posts.language })
    .from(posts)
    // The index of the series returns the parts in their order.
    .where(and(eq(posts.seriesId, seriesId), isListedByOtherIndex, eq(posts.kind, 'post')))
    .orderBy(asc(posts.seriesPart), asc(posts.id))
    .all();
  const wanted = only ? rows.filter((row) => row.language === only) : rows;
  const numbered = numberedByLanguage(wanted, language);
  const shown = numbered.slice((page - 1) * perPage, page * perPage);
  const partOf = new Map(shown.map(({ id, part }) => [id, part]));
  const summaries = summariesByIds(db, [...partOf.keys()]);
  const parts = summaries.map((post) => ({ post, part: partOf.get(post.id) ?? 0 }));
  return { parts, total: numbered.length };
}

/** Rows by language, the requested one first, each with its number in that language. */
export function numberedByLanguage<R extends { language: string }>(
  rows: R[],
  first: string,
): (R & { part: number })[] {
  const languages = [...new Set(rows.map((row) => row.language))].sort(
    (a, b) => Number(b === first) - Number(a === first) || a.localeCompare(b),
  );
  return languages.flatMap((language) =>
    rows.filter((row) => row.language === language).map((row, index) => ({ ...row, part: index + 1 })),
  );
}

/** A post of a series as its author arranges it. */
export interface ArrangedPart {
  postId: number;
  seriesId: number;
  part: number;
  headline: string;
  language: LanguageCode;
  status: PostStatus;
}

/** Lists the parts of every series in their order, in every status except binned. */
export function listArrangedParts(db: Db): ArrangedPart[] {
  return (
    db
      .select({
        postId: posts.id,
        seriesId: sql<number>`${posts.seriesId}`,
        part: sql<number>`coalesce(${posts.seriesPart}, 0)`,
        headline: deskPosts.headline,
        language: posts.language,
        status: posts.status,
      })
      .from(posts)
      .innerJoin(deskPosts, eq(deskPosts.postId, posts.id))
      // Greater than zero, for which the index of series is used: for “not null” all posts would be read.
      .where(and(gt(posts.seriesId, 0), ne(posts.status, 'binned')))
      .orderBy(asc(posts.language), asc(posts.seriesPart), asc(posts.id))
      .all()
  );
}

/**
 * Finds the position of a post among the parts in its language, as its author arranges them; null in no
 * series.
 */
export function findPlaceInSeries(
  db: Db,
  postId: number,
): { seriesId: number; part: number; parts: number } | null {
  const own = db
    .select({ seriesId: posts.seriesId, language: posts.language })
    .from(posts)
    .where(and(eq(posts.id, postId), ne(posts.status, 'binned')))
    .get();
  if (!own || own.seriesId === null) return null;
  const parts = db
    .select({ id: posts.id })
    .from(posts)
    .where(
      and(
        eq(posts.seriesId, own.seriesId),
        sql`+${posts.language} = ${own.language}`,
        sql`+${posts.status} <> 'binned'`,
      ),
    )
    .orderBy(asc(posts.seriesPart), asc(posts.id))
    .all();
  return {
    seriesId: own.seriesId,
    part: parts.findIndex(({ id }) => id === postId) + 1,
    parts: parts.length,
  };
}

/** A post that can be added to a series. */
export interface OutsideSeries {
  id: number;
  headline: string;
  language: LanguageCode;
}

/** Lists posts that are in no series, most recently edited first; others are added to one in their own editor. */
export function listPostsOutsideSeries(db: Db): OutsideSeries[] {
  return db
    .select({ id: posts.id, headline: deskPosts.headline, language: posts.language })
    .from(deskPosts)
    .innerJoin(posts, eq(posts.id, deskPosts.postId))
    .where(and(sql`${deskPosts.isBinned} = 0`, sql`+${posts.seriesId} is null`, eq(deskPosts.kind, 'post')))
    .orderBy(desc(deskPosts.updatedAt), desc(deskPosts.postId))
    .limit(MOST_OFFERED)
    .all();
}
