import { and, asc, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, posts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
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
 * @param page from 1.
 */
export function listLiveParts(
  db: Db,
  {
    seriesId,
    language,
    page,
    perPage,
  }: { seriesId: number; language: LanguageCode; page: number; perPage: number },
): { parts: LivePart[]; total: number } {
  const rows = db
    .select({ id: posts.id, language: posts.language })
    .from(posts)
    // The index of the series returns the parts in their order.
    .where(and(eq(posts.seriesId, seriesId), isListedByOtherIndex, eq(posts.kind, 'post')))
    .orderBy(asc(posts.seriesPart), asc(posts.id))
    .all();
  const numbered = numberedByLanguage(rows, language);
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
  return db
    .select({
      postId: posts.id,
      seriesId: posts.seriesId,
      part: posts.seriesPart,
      headline: drafts.headline,
      language: posts.language,
      status: posts.status,
    })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(and(isNotNull(posts.seriesId), ne(posts.status, 'binned')))
    .orderBy(asc(posts.language), asc(posts.seriesPart), asc(posts.id))
    .all()
    .flatMap(({ seriesId, part, ...row }) =>
      seriesId === null ? [] : [{ ...row, seriesId, part: part ?? 0 }],
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
  const all = listArrangedParts(db);
  const own = all.find((part) => part.postId === postId);
  if (!own) return null;
  const { seriesId, language } = own;
  const parts = all.filter((part) => part.seriesId === seriesId && part.language === language);
  return { seriesId, part: parts.indexOf(own) + 1, parts: parts.length };
}

/** How many posts are offered as new parts; others are added to a series in their own editor. */
const MOST_OFFERED = 200;

/** Lists the posts that are in no series, most recently edited first. */
export function listPostsOutsideSeries(db: Db): { id: number; headline: string; language: LanguageCode }[] {
  return db
    .select({ id: posts.id, headline: drafts.headline, language: posts.language })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(and(isNull(posts.seriesId), eq(posts.kind, 'post'), ne(posts.status, 'binned')))
    .orderBy(desc(drafts.updatedAt), desc(posts.id))
    .limit(MOST_OFFERED)
    .all();
}
