import { eq, inArray, sql, sum } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deskCounts, deskPosts, posts } from '@/db/schema';
import { searchDraftIds } from '@/lib/search/search-index';
import { POST_STATUSES, type PostStatus } from '@/lib/visibility';
import { type DeskList, deskList, isCounted, type ListFilter } from './desk-list';
import { indexSomeDrafts } from './index-drafts';
import type { PostFilter } from './post-filter';

export const POSTS_PER_ADMIN_PAGE = 30;
/** A filtered list is counted up to this number: counting more would take longer with every post. */
const MOST_COUNTED = 1000;

export type { ListFilter } from './desk-list';

const listed = {
  id: posts.id,
  slug: posts.slug,
  status: posts.status,
  language: posts.language,
  kind: posts.kind,
  publishedAt: posts.publishedAt,
  scheduledAt: posts.scheduledAt,
  binnedAt: posts.binnedAt,
  isSample: posts.isSample,
  frontPlace: posts.frontPlace,
  headline: deskPosts.headline,
  byline: deskPosts.byline,
  updatedAt: deskPosts.updatedAt,
  hasUnpublishedChanges: deskPosts.hasChanges,
};

/** How many posts a list has; `isMore` when it has more than `total`, which are not counted. */
export interface Total {
  total: number;
  isMore: boolean;
}

/** Lists one page of the posts that match a filter, for the admin's list. @param page from 1. */
export function listPosts(db: Db, filter: ListFilter, page = 1, pageSize = POSTS_PER_ADMIN_PAGE) {
  const found = foundIds(db, filter);
  // Counting needs no order, so it always begins with the posts of a topic or an author.
  const total = totalOf(db, filter, deskList(db, filter, found, true));
  const list = deskList(db, filter, found, !total.isMore);
  const order = idsOf(db, list, { limit: pageSize, offset: (page - 1) * pageSize });
  const rows = rowsOf(db, order);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { posts: order.flatMap((id) => byId.get(id) ?? []), ...total };
}

export type ListedPost = ReturnType<typeof listPosts>['posts'][number];

/** Lists the ids of all posts that match a filter, at most `limit`. */
export function listPostIds(db: Db, filter: ListFilter, limit: number): number[] {
  return idsOf(db, deskList(db, filter, foundIds(db, filter)), { limit, offset: 0 });
}

function idsOf(
  db: Db,
  { from, where, order }: DeskList,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = db.all<{ id: number }>(
    sql`select ${deskPosts.postId} as id from ${from} where ${where} order by ${order} limit ${limit} offset ${offset}`,
  );
  return rows.map(({ id }) => id);
}

function rowsOf(db: Db, ids: number[]) {
  if (ids.length === 0) return [];
  return db
    .select(listed)
    .from(posts)
    .innerJoin(deskPosts, eq(deskPosts.postId, posts.id))
    .where(inArray(posts.id, ids))
    .all();
}

function totalOf(db: Db, filter: ListFilter, { from, where }: DeskList): Total {
  if (isCounted(filter)) return { total: countedIn(db, filter), isMore: false };
  const { n } = db.get<{ n: number }>(
    sql`select count(*) as n from (select 1 from ${from} where ${where} limit ${MOST_COUNTED + 1})`,
  );
  return { total: Math.min(n, MOST_COUNTED), isMore: n > MOST_COUNTED };
}

function countedIn(db: Db, { status, createdBy }: ListFilter): number {
  const counts = countByStatus(db, createdBy);
  if (status) return counts[status] ?? 0;
  return POST_STATUSES.reduce((all, one) => all + (one === 'binned' ? 0 : (counts[one] ?? 0)), 0);
}

/** Finds the ids that match a search, best first, or null without a search. */
function foundIds(db: Db, { q }: PostFilter): number[] | null {
  if (!q?.trim()) return null;
  // Whoever can wait indexes all of them first (`indexChangedDrafts`).
  indexSomeDrafts(db);
  return searchDraftIds(db, q);
}

/** Counts the posts in each status, or those of one creator. */
export function countByStatus(db: Db, createdBy?: number): Partial<Record<PostStatus, number>> {
  const rows = db
    .select({ status: deskCounts.status, n: sum(deskCounts.posts).mapWith(Number) })
    .from(deskCounts)
    .where(createdBy === undefined ? undefined : eq(deskCounts.createdBy, createdBy))
    .groupBy(deskCounts.status)
    .all();
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}
