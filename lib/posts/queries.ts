import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, listMonths, posts, revisions } from '@/db/schema';
import { renderBodyHtml } from '@/lib/document/html';
import { bodyText } from '@/lib/document/text';
import { mediaIdsIn } from '@/lib/document/uses';
import type { LanguageCode } from '@/lib/language/languages';
import { findMediaFacts } from '@/lib/media/queries';
import { excerptFrom } from './excerpt';
import { placeInList } from './list-spans';
import { type FeedFilter, feedPostIds, type ListFilter, listedPostIds } from './listed-posts';
import { loadPosts } from './load-posts';
import { summariesByIds } from './summaries';
import type { LivePost, PostSummary } from './types';
import { isPublicPost } from './visible-posts';

export interface PageRequest extends ListFilter {
  /** From 1. */
  page?: number;
  /** 1 to 100. */
  perPage?: number;
}

/** Lists live posts, newest first, with their total number. */
export function listPublishedPosts(
  db: Db,
  { page = 1, perPage = 20, ...filter }: PageRequest,
): { posts: PostSummary[]; total: number } {
  const place = placeInList(db, filter, (page - 1) * perPage);
  const rows = listedPostIds(db, filter, perPage, place).all();
  const ids = rows.map(({ id }) => id);
  return { posts: summariesByIds(db, ids), total: place.total };
}

/** Lists the newest live posts, with their full text, for a feed. */
export function listFeedPosts(db: Db, filter: FeedFilter, limit: number): LivePost[] {
  const rows = db
    .select({ post: posts, text: revisions })
    .from(posts)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .where(inArray(posts.id, feedPostIds(db, filter, limit)))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .all();
  return loadPosts(
    db,
    rows.map(({ post, text }) => ({ post, text, bodyHtml: text.bodyHtml })),
  );
}

/** Lists the newest live posts of a feed without their texts. */
export function listFeedSummaries(db: Db, filter: FeedFilter, limit: number): PostSummary[] {
  const rows = feedPostIds(db, filter, limit).all();
  return summariesByIds(
    db,
    rows.map(({ id }) => id),
  );
}

/** Finds the live post or fixed page at `slug`, including unlisted ones, or null. */
export function findPublishedPost(db: Db, slug: string): LivePost | null {
  const row = db
    .select({ post: posts, text: revisions })
    .from(posts)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .where(and(eq(posts.slug, slug), isPublicPost))
    .get();
  if (!row) return null;
  return loadPosts(db, [{ ...row, bodyHtml: row.text.bodyHtml }])[0] ?? null;
}

/** Checks whether readers can open a post or fixed page at `slug`, from the index alone. */
export function hasPublicPost(db: Db, slug: string): boolean {
  const found = db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.slug, slug), isPublicPost));
  return found.get() !== undefined;
}

/**
 * Returns the draft of a post exactly as readers would get it.
 * @param now epoch ms; the date shown for a post that was never public.
 */
export function findPreviewPost(db: Db, postId: number, now: number): LivePost | null {
  const row = db
    .select({ post: posts, text: drafts })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(eq(posts.id, postId))
    .get();
  if (!row) return null;
  const body = row.text.body;
  const language = row.post.language;
  const bodyHtml = renderBodyHtml(body, { media: findMediaFacts(db, mediaIdsIn(body)), language });
  const publishedAt = row.post.publishedAt ?? row.post.scheduledAt ?? now;
  const excerpt = row.text.standfirst || excerptFrom(bodyText(body));
  const post = { ...row.post, publishedAt, updatedAt: publishedAt, excerpt };
  return loadPosts(db, [{ post, text: row.text, bodyHtml }])[0] ?? null;
}

/** Counts the live posts of each month, newest first. */
export function archiveMonths(
  db: Db,
  { language }: { language?: LanguageCode } = {},
): { month: string; count: number }[] {
  return db
    .select({ month: listMonths.month, count: sql<number>`sum(${listMonths.posts})` })
    .from(listMonths)
    .where(language ? eq(listMonths.language, language) : undefined)
    .groupBy(listMonths.month)
    .orderBy(desc(listMonths.month))
    .all();
}
