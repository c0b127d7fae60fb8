import { and, count, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authorPosts, posts, topicPosts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { isInLists } from './visible-posts';

/** Which listed posts a list wants; `month` is `2022` or `2022-10`. */
export interface ListFilter {
  language?: LanguageCode;
  topicId?: number;
  authorId?: number;
  month?: string;
}

/** Selects the ids of listed posts, newest first, as a statement that can also be part of another. */
export function listedPostIds(db: Db, filter: ListFilter, limit: number, offset: number) {
  const owned = ownedPosts(filter);
  if (!owned) {
    return db
      .select({ id: posts.id })
      .from(posts)
      .where(and(isInLists, ...postConditions(filter)))
      .orderBy(...newestFirst(filter))
      .limit(limit)
      .offset(offset);
  }
  const { table, isOwned } = owned;
  return db
    .select({ id: table.postId })
    .from(table)
    .innerJoin(posts, eq(posts.id, table.postId))
    .where(and(isOwned, ...postConditions(filter)))
    .orderBy(desc(table.publishedAt), desc(table.postId))
    .limit(limit)
    .offset(offset);
}

/** Counts the listed posts of a place. */
export function countListedPosts(db: Db, filter: ListFilter): number {
  const owned = ownedPosts(filter);
  const counted = owned
    ? db
        .select({ n: count() })
        .from(owned.table)
        .innerJoin(posts, eq(posts.id, owned.table.postId))
        .where(and(owned.isOwned, ...postConditions(filter)))
    : db
        .select({ n: count() })
        .from(posts)
        .where(and(isInLists, ...postConditions(filter)));
  return counted.get()?.n ?? 0;
}

/** Returns the table that lists the posts of a topic or an author, when the filter names one. */
function ownedPosts({ topicId, authorId }: ListFilter) {
  if (topicId !== undefined) return { table: topicPosts, isOwned: eq(topicPosts.topicId, topicId) };
  if (authorId !== undefined) return { table: authorPosts, isOwned: eq(authorPosts.authorId, authorId) };
  return null;
}

/**
 * Returns the order of a list. A month's list starts with the month, so that its index returns it in order.
 */
function newestFirst({ month }: ListFilter): SQL[] {
  const byTime = [desc(posts.publishedAt), desc(posts.id)];
  return month ? [desc(posts.publishedMonth), ...byTime] : byTime;
}

function postConditions({ language, month }: ListFilter): (SQL | undefined)[] {
  return [
    language ? eq(posts.language, language) : undefined,
    month ? gte(posts.publishedMonth, month) : undefined,
    // ';' sorts just after every digit and '-', so this ends a year or a month
    month ? lt(posts.publishedMonth, `${month};`) : undefined,
  ];
}
