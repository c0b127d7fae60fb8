import { and, asc, count, desc, eq, getTableColumns, gte, inArray, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, posts } from '@/db/schema';
import { searchDraftIds } from '@/lib/search/search-index';
import { readSite } from '@/lib/settings/site';
import { zonedInstant } from '@/lib/settings/zoned-time';
import { indexChangedDrafts } from './derive';
import { WRITTEN_FIELDS } from './fields';
import type { PostFilter } from './post-filter';
import type { PostStatus } from './types';

export const POSTS_PER_ADMIN_PAGE = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

const draftColumns = getTableColumns(drafts);
const differences = WRITTEN_FIELDS.map((field) =>
  // Null counts as a different value too.
  sql.raw(`r.${draftColumns[field].name} is not drafts.${draftColumns[field].name}`),
);

/** True when the draft differs from the live or scheduled revision. */
export const hasUnpublishedChanges = sql<number>`exists (select 1 from revisions r
  where r.id = coalesce(posts.scheduled_revision_id, posts.live_revision_id)
  and (${sql.join(differences, sql` or `)}))`;

/**
 * The date that an author associates with a post: when it is or was due, otherwise when it was last edited.
 */
const ownDate = sql<number>`coalesce(posts.scheduled_at, posts.published_at, drafts.updated_at)`;

/**
 * A filter, and the account whose posts alone are listed; the account is never read from an address, which
 * anybody can write.
 */
export type ListFilter = PostFilter & { createdBy?: number };

/** Lists one page of the posts that match a filter, for the admin's list. @param page from 1. */
export function listPosts(db: Db, filter: ListFilter, page = 1, pageSize = POSTS_PER_ADMIN_PAGE) {
  const found = foundIds(db, filter);
  const where = conditions(db, filter, found);
  const rows = db
    .select({
      id: posts.id,
      slug: posts.slug,
      status: posts.status,
      language: posts.language,
      kind: posts.kind,
      publishedAt: posts.publishedAt,
      scheduledAt: posts.scheduledAt,
      binnedAt: posts.binnedAt,
      isSample: posts.isSample,
      headline: drafts.headline,
      byline: drafts.byline,
      updatedAt: drafts.updatedAt,
      hasUnpublishedChanges,
    })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(where)
    .orderBy(...orderOf(filter, found))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .all();
  const listed = rows.map((row) => ({
    ...row,
    byline: row.byline.map((entry) => entry.name).join(', '),
    hasUnpublishedChanges: row.hasUnpublishedChanges === 1,
  }));
  return { posts: listed, total: countWhere(db, where) };
}

export type ListedPost = ReturnType<typeof listPosts>['posts'][number];

/** Lists the ids of all posts that match a filter, at most `limit`. */
export function listPostIds(db: Db, filter: ListFilter, limit: number): number[] {
  return db
    .select({ id: posts.id })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(conditions(db, filter, foundIds(db, filter)))
    .limit(limit)
    .all()
    .map(({ id }) => id);
}

/** Counts the posts in each status, or those of one creator. */
export function countByStatus(db: Db, createdBy?: number): Partial<Record<PostStatus, number>> {
  const where = createdBy === undefined ? undefined : eq(posts.createdBy, createdBy);
  const rows = db
    .select({ status: posts.status, n: count() })
    .from(posts)
    .where(where)
    .groupBy(posts.status)
    .all();
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

function countWhere(db: Db, where: SQL | undefined): number {
  const counted = db
    .select({ n: count() })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(where);
  return counted.get()?.n ?? 0;
}

/** Finds the ids that match a search, best first, or null without a search. */
function foundIds(db: Db, { q }: PostFilter): number[] | null {
  if (!q?.trim()) return null;
  indexChangedDrafts(db);
  return searchDraftIds(db, q);
}

function orderOf({ sort, status }: PostFilter, found: number[] | null): SQL[] {
  switch (sort ?? (found ? 'best' : 'written')) {
    case 'oldest':
      return [asc(drafts.updatedAt), asc(posts.id)];
    case 'published':
      return [desc(ownDate), desc(posts.id)];
    case 'publishedOldest':
      return [asc(ownDate), asc(posts.id)];
    case 'headline':
      return [sql`${drafts.headline} collate nocase`, asc(posts.id)];
    case 'best':
      if (!found) break;
      return [sql`(select key from json_each(${JSON.stringify(found)}) where value = posts.id)`];
  }
  if (status === 'binned') return [desc(posts.binnedAt), desc(posts.id)];
  return [desc(drafts.updatedAt), desc(posts.id)];
}

function conditions(db: Db, filter: ListFilter, found: number[] | null) {
  const { status, language, kind, topicId, authorId, createdBy } = filter;
  return and(
    status ? eq(posts.status, status) : ne(posts.status, 'binned'),
    language ? eq(posts.language, language) : undefined,
    kind ? eq(posts.kind, kind) : undefined,
    topicId
      ? sql`exists (select 1 from json_each(drafts.topic_ids) where json_each.value = ${topicId})`
      : undefined,
    authorId
      ? sql`exists (select 1 from json_each(drafts.byline) where json_extract(json_each.value, '$.authorId') = ${authorId})`
      : undefined,
    createdBy === undefined ? undefined : eq(posts.createdBy, createdBy),
    ...datesOf(db, filter),
    found ? inArray(posts.id, found) : undefined,
  );
}

function datesOf(db: Db, { from, to }: PostFilter) {
  if (!from && !to) return [];
  const { timeZone } = readSite(db);
  const dayStart = (day: string | undefined, addMs = 0) => {
    const later = day && new Date(Date.parse(`${day}T12:00:00Z`) + addMs).toISOString().slice(0, 10);
    return later ? zonedInstant(`${later}T00:00`, timeZone) : null;
  };
  const first = dayStart(from);
  const end = dayStart(to, DAY_MS);
  return [first === null ? undefined : gte(ownDate, first), end === null ? undefined : lt(ownDate, end)];
}
