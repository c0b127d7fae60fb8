import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authorPosts, posts, topicPosts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { type ListFilter, type ListPlace, monthConditions } from './list-spans';
import { isInLists, isListedByOtherIndex } from './visible-posts';

export type { ListFilter } from './list-spans';

/** The beginning of every list. */
export const FROM_THE_START: Omit<ListPlace, 'total'> = { before: null, skip: 0 };

/**
 * Selects the ids of listed posts from a place on, newest first, as a statement that can also be part of another.
 */
export function listedPostIds(
  db: Db,
  filter: ListFilter,
  limit: number,
  { before, skip }: Omit<ListPlace, 'total'> = FROM_THE_START,
) {
  const owned = ownedPosts(filter);
  if (!owned) {
    return db
      .select({ id: posts.id })
      .from(posts)
      .where(
        and(
          isInLists,
          ...postConditions(filter),
          before === null ? undefined : lt(posts.publishedAt, before),
        ),
      )
      .orderBy(...newestFirst(filter))
      .limit(limit)
      .offset(skip);
  }
  const { table, isOwned } = owned;
  return db
    .select({ id: table.postId })
    .from(table)
    .where(
      and(
        isOwned,
        filter.language ? eq(table.language, filter.language) : undefined,
        before === null ? undefined : lt(table.publishedAt, before),
      ),
    )
    .orderBy(desc(table.publishedAt), desc(table.postId))
    .limit(limit)
    .offset(skip);
}

/** Which posts a feed has: those of a list, or those of a series. */
export type FeedFilter = ListFilter | { seriesId: number; language?: LanguageCode };

/** Selects the ids of the newest posts of a feed, newest first, as a statement that can also be part of another. */
export function feedPostIds(db: Db, filter: FeedFilter, limit: number) {
  if (!('seriesId' in filter)) return listedPostIds(db, filter, limit);
  return db
    .select({ id: posts.id })
    .from(posts)
    .where(
      and(
        eq(posts.seriesId, filter.seriesId),
        isListedByOtherIndex,
        eq(posts.kind, 'post'),
        filter.language ? sql`+${posts.language} = ${filter.language}` : undefined,
      ),
    )
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(limit);
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

function postConditions({ language, isOnce, month }: ListFilter): (SQL | undefined)[] {
  return [
    language ? eq(posts.language, language) : undefined,
    isOnce ? eq(posts.isSecondLanguage, false) : undefined,
    ...(month ? monthConditions(posts.publishedMonth, month) : []),
  ];
}
