import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deskLabels, deskPosts } from '@/db/schema';
import { readSite } from '@/lib/settings/site';
import { zonedInstant } from '@/lib/settings/zoned-time';
import type { PostFilter, PostSort } from './post-filter';

/**
 * A filter, and the account whose posts alone are listed; the account is never read from an address, which
 * anybody can write.
 */
export type ListFilter = PostFilter & { createdBy?: number };

/** The parts of a statement that finds the ids of the admin's list, in an order that an index has. */
export interface DeskList {
  from: SQL;
  where: SQL;
  order: SQL;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Builds the statement of a list. Its tables have no texts, and every order is that of an index, which also has the
 * columns of the filters: leaving out rows never reads the rows themselves. Posts of a topic or an author are read in
 * the order of `desk_labels`, where it has that order.
 * @param found the ids that match a search, best first, or null without a search.
 * @param isShort whether the list is known to be short: then it may be sorted, where walking along an order would leave
 *   out nearly every post.
 */
export function deskList(db: Db, filter: ListFilter, found: number[] | null, isShort = false): DeskList {
  const sort = sortOf(filter, found);
  const hasOrder = isByEditing(sort) || isByDate(sort);
  const drives = found === null && (hasOrder || isShort) ? labelsOf(filter)[0] : undefined;
  const others = labelsOf(filter).filter((label) => label !== drives);
  const conditions = [
    ...(drives ? [labelIs(drives), sql`${deskLabels.isBinned} = ${filter.status === 'binned' ? 1 : 0}`] : []),
    ...placeOf(filter),
    ...others.map(hasLabel),
    ...datesOf(db, filter, isByDate(sort), drives !== undefined),
  ];
  return {
    from: fromOf(drives, found),
    where: sql.join(conditions, sql` and `),
    order: orderOf(sort, drives ? deskLabels : deskPosts),
  };
}

/** A search has found few posts, so the list begins with them: in any order, all others would be read too. */
function fromOf(drives: Label | undefined, found: number[] | null): SQL {
  if (found)
    return sql`json_each(${JSON.stringify(found)}) found cross join ${deskPosts} on ${deskPosts.postId} = found.value`;
  return drives
    ? sql`${deskLabels} cross join ${deskPosts} on ${deskPosts.postId} = ${deskLabels.postId}`
    : sql`${deskPosts}`;
}

/** Returns whether a list has only filters whose totals are kept in `desk_counts`. */
export function isCounted({ status, createdBy, sort, ...others }: ListFilter): boolean {
  return Object.values(others).every((value) => value === undefined || value === '');
}

type Sort = PostSort | 'binned';

function sortOf({ sort, status }: ListFilter, found: number[] | null): Sort {
  const wanted = sort ?? (found ? 'best' : 'written');
  if (wanted === 'best' && !found) return status === 'binned' ? 'binned' : 'written';
  return wanted === 'written' && status === 'binned' ? 'binned' : wanted;
}

function isByEditing(sort: Sort): boolean {
  return sort === 'written' || sort === 'oldest';
}

function isByDate(sort: Sort): boolean {
  return sort === 'published' || sort === 'publishedOldest';
}

function orderOf(sort: Sort, { updatedAt, ownDate, postId }: typeof deskPosts | typeof deskLabels) {
  const orders: Record<Sort, () => SQL> = {
    written: () => sql`${updatedAt} desc, ${postId} desc`,
    oldest: () => sql`${updatedAt}, ${postId}`,
    published: () => sql`${ownDate} desc, ${postId} desc`,
    publishedOldest: () => sql`${ownDate}, ${postId}`,
    headline: () => sql`${deskPosts.headline} collate nocase, ${deskPosts.postId}`,
    binned: () => sql`${deskPosts.binnedAt} desc, ${deskPosts.postId} desc`,
    best: () => sql`found.key`,
  };
  return orders[sort]();
}

interface Label {
  label: 'author' | 'topic';
  id: number;
}

/** Returns the labels of a filter, the one that fewer posts usually have first. */
function labelsOf({ topicId, authorId }: ListFilter): Label[] {
  const labels: Label[] = [];
  if (authorId) labels.push({ label: 'author', id: authorId });
  if (topicId) labels.push({ label: 'topic', id: topicId });
  return labels;
}

function labelIs({ label, id }: Label): SQL {
  return sql`${deskLabels.label} = ${label} and ${deskLabels.labelId} = ${id}`;
}

function hasLabel({ label, id }: Label): SQL {
  return sql`exists (select 1 from ${deskLabels} other
    where other.label = ${label} and other.label_id = ${id} and other.post_id = ${deskPosts.postId})`;
}

function placeOf({ status, language, kind, createdBy }: ListFilter): SQL[] {
  const isBinned = sql`${deskPosts.isBinned} = ${status === 'binned' ? 1 : 0}`;
  return [
    status ? sql`${deskPosts.status} = ${status}` : isBinned,
    createdBy === undefined ? undefined : sql`${deskPosts.createdBy} = ${createdBy} and ${isBinned}`,
    language && sql`${deskPosts.language} = ${language}`,
    kind && sql`${deskPosts.kind} = ${kind}`,
  ].filter((condition) => condition !== undefined);
}

/** The dates of an order by another column are hidden from the planner, which would sort every post between them. */
function datesOf(db: Db, { from, to }: ListFilter, isInOrder: boolean, isByLabel: boolean): SQL[] {
  if (!from && !to) return [];
  const { timeZone } = readSite(db);
  const first = from ? dayStart(from, timeZone) : null;
  const end = to ? dayStart(to, timeZone, DAY_MS) : null;
  const ownDate = sql`${isByLabel ? deskLabels.ownDate : deskPosts.ownDate}`;
  const date = isInOrder ? ownDate : sql`+${ownDate}`;
  return [
    first === null ? null : sql`${date} >= ${first}`,
    end === null ? null : sql`${date} < ${end}`,
  ].filter((condition) => condition !== null);
}

/** Returns when a day begins, or a day so much later. */
function dayStart(day: string, timeZone: string, addMs = 0): number | null {
  const later = new Date(Date.parse(`${day}T12:00:00Z`) + addMs).toISOString().slice(0, 10);
  return zonedInstant(`${later}T00:00`, timeZone);
}
