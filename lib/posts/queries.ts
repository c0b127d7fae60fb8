import { and, asc, count, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authorPosts, corrections, drafts, posts, revisions, topicPosts, topics } from '@/db/schema';
import { renderBodyHtml } from '@/lib/document/html';
import { bodyText } from '@/lib/document/text';
import type { Body } from '@/lib/document/types';
import { mediaIdsIn } from '@/lib/document/uses';
import { isLanguageCode, type LanguageCode, type LocalText } from '@/lib/language/languages';
import { findMediaFacts } from '@/lib/media/queries';
import { excerptFrom } from './excerpt';
import { linksOf, summariesByIds, toSummary } from './summaries';
import type { LivePost, PostSummary, Translation } from './types';

type PostRow = typeof posts.$inferSelect;
type TextRow = typeof revisions.$inferSelect | typeof drafts.$inferSelect;

/** Which live posts a list wants; `month` is `2022` or `2022-10`. */
export interface ListFilter {
  language?: LanguageCode;
  topicId?: number;
  authorId?: number;
  month?: string;
}

export interface PageRequest extends ListFilter {
  /** From 1. */
  page?: number;
  /** 1 to 100. */
  perPage?: number;
}

const isLivePost = and(eq(posts.status, 'published'), eq(posts.kind, 'post'));

/** Live posts, newest first, with how many there are in all. */
export function listPublishedPosts(
  db: Db,
  { page = 1, perPage = 20, ...filter }: PageRequest,
): { posts: PostSummary[]; total: number } {
  const offset = (page - 1) * perPage;
  const { ids, total } = livePostIds(db, filter, perPage, offset);
  return { posts: summariesByIds(db, ids), total };
}

/** The newest live posts, whole, for a feed. */
export function listFeedPosts(db: Db, { limit, ...filter }: ListFilter & { limit: number }): LivePost[] {
  const { ids } = livePostIds(db, filter, limit, 0);
  if (ids.length === 0) return [];
  const rows = db
    .select({ post: posts, text: revisions })
    .from(posts)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .where(inArray(posts.id, ids))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .all();
  return wholePosts(
    db,
    rows.map(({ post, text }) => ({ post, text, bodyHtml: text.bodyHtml })),
  );
}

/** The live post or fixed page at `slug`, or null. */
export function findPublishedPost(db: Db, slug: string): LivePost | null {
  const row = db
    .select({ post: posts, text: revisions })
    .from(posts)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .where(and(eq(posts.slug, slug), eq(posts.status, 'published')))
    .get();
  if (!row) return null;
  return wholePosts(db, [{ ...row, bodyHtml: row.text.bodyHtml }])[0] ?? null;
}

/**
 * The draft of a post exactly as readers would get it.
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
  const body = row.text.body as Body;
  const language = row.post.language as LanguageCode;
  const bodyHtml = renderBodyHtml(body, { media: findMediaFacts(db, mediaIdsIn(body)), language });
  const publishedAt = row.post.publishedAt ?? row.post.scheduledAt ?? now;
  const excerpt = row.text.standfirst || excerptFrom(bodyText(body));
  const post = { ...row.post, publishedAt, updatedAt: publishedAt, excerpt };
  return wholePosts(db, [{ post, text: row.text, bodyHtml }])[0] ?? null;
}

/** How many live posts each month has, newest first. */
export function archiveMonths(db: Db, { language }: { language?: LanguageCode } = {}) {
  return db
    .select({ month: posts.publishedMonth, count: count() })
    .from(posts)
    .where(and(isLivePost, language ? eq(posts.language, language) : undefined))
    .groupBy(posts.publishedMonth)
    .orderBy(desc(posts.publishedMonth))
    .all()
    .flatMap(({ month, count: posts }) => (month ? [{ month, count: posts }] : []));
}

/** Addresses of everything that readers can open, for the sitemap; newest first. */
export function listSitemapPosts(db: Db, limit: number) {
  return db
    .select({
      slug: posts.slug,
      language: posts.language,
      updatedAt: posts.updatedAt,
      translationGroupId: posts.translationGroupId,
    })
    .from(posts)
    .where(eq(posts.status, 'published'))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(limit)
    .all();
}

function livePostIds(db: Db, filter: ListFilter, limit: number, offset: number) {
  const table =
    filter.topicId !== undefined ? topicPosts : filter.authorId !== undefined ? authorPosts : null;
  if (table === null) {
    const where = and(isLivePost, ...postConditions(filter));
    const rows = db
      .select({ id: posts.id })
      .from(posts)
      .where(where)
      .orderBy(desc(posts.publishedAt), desc(posts.id))
      .limit(limit)
      .offset(offset)
      .all();
    const total = db.select({ n: count() }).from(posts).where(where).get()?.n ?? 0;
    return { ids: rows.map((row) => row.id), total };
  }
  const owner =
    table === topicPosts
      ? eq(topicPosts.topicId, filter.topicId ?? 0)
      : eq(authorPosts.authorId, filter.authorId ?? 0);
  const where = and(owner, ...postConditions(filter));
  const rows = db
    .select({ id: table.postId })
    .from(table)
    .innerJoin(posts, eq(posts.id, table.postId))
    .where(where)
    .orderBy(desc(table.publishedAt), desc(table.postId))
    .limit(limit)
    .offset(offset)
    .all();
  const total =
    db.select({ n: count() }).from(table).innerJoin(posts, eq(posts.id, table.postId)).where(where).get()
      ?.n ?? 0;
  return { ids: rows.map((row) => row.id), total };
}

function postConditions({ language, month }: ListFilter): (SQL | undefined)[] {
  return [
    language ? eq(posts.language, language) : undefined,
    month ? gte(posts.publishedMonth, month) : undefined,
    // ';' sorts just after every digit and '-', so this ends a year or a month
    month ? lt(posts.publishedMonth, `${month};`) : undefined,
  ];
}

function wholePosts(db: Db, rows: { post: PostRow; text: TextRow; bodyHtml: string }[]): LivePost[] {
  const linked = linksOf(
    db,
    rows.map((row) => row.text),
  );
  const topicRows = rowsIn(
    rows.flatMap((row) => row.text.topicIds),
    (ids) => db.select().from(topics).where(inArray(topics.id, ids)).all(),
  );
  const correctionRows = rowsIn(
    rows.map((row) => row.post.id),
    (ids) =>
      db
        .select()
        .from(corrections)
        .where(inArray(corrections.postId, ids))
        .orderBy(asc(corrections.publishedAt))
        .all(),
  );
  const translations = translationsOf(
    db,
    rows.map((row) => row.post),
  );
  return rows.map(({ post, text, bodyHtml }) => ({
    ...toSummary({ ...post, ...text, id: post.id, updatedAt: post.updatedAt }, linked),
    kind: post.kind,
    feedId: post.feedId,
    body: text.body as Body,
    bodyHtml,
    topics: topicRows
      .filter((topic) => text.topicIds.includes(topic.id))
      .map((topic) => ({ slug: topic.slug, name: topic.name as LocalText })),
    source: text.source,
    seoTitle: text.seoTitle,
    seoDescription: text.seoDescription,
    corrections: correctionRows.filter((row) => row.postId === post.id),
    translations: translations
      .filter((row) => row.groupId === post.translationGroupId && row.postId !== post.id)
      .map(({ slug, language, headline }) => ({ slug, language, headline })),
  }));
}

function translationsOf(
  db: Db,
  rows: PostRow[],
): (Translation & { groupId: number | null; postId: number })[] {
  return rowsIn(
    rows.flatMap((post) => post.translationGroupId ?? []),
    (groupIds) =>
      db
        .select({
          groupId: posts.translationGroupId,
          postId: posts.id,
          slug: posts.slug,
          language: posts.language,
          headline: revisions.headline,
        })
        .from(posts)
        .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
        .where(and(inArray(posts.translationGroupId, groupIds), eq(posts.status, 'published')))
        .all(),
  ).flatMap((row) => (isLanguageCode(row.language) ? [{ ...row, language: row.language }] : []));
}

function rowsIn<K, R>(keys: K[], load: (keys: K[]) => R[]): R[] {
  const distinct = [...new Set(keys)];
  return distinct.length ? load(distinct) : [];
}
