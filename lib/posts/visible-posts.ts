import { and, eq, inArray, sql } from 'drizzle-orm';
import { posts } from '@/db/schema';
import { LISTED_STATUSES, PUBLIC_STATUSES, SEEN_STATUSES } from '@/lib/visibility';

/* Who sees a post, as SQL conditions on `posts`; visibility.ts defines the terms. */

/** Posts that readers can open. */
export const isPublicPost = inArray(posts.status, [...PUBLIC_STATUSES]);

/** Posts and fixed pages that search, the sitemap and links between translations lead to. */
export const isListedPost = inArray(posts.status, [...LISTED_STATUSES]);

/** The posts of lists, the archive and feeds: listed posts, without fixed pages. */
export const isInLists = and(isListedPost, eq(posts.kind, 'post'));

/**
 * The same as `isListedPost`, for queries that must use another index than that of the statuses: the plus
 * hides it.
 */
export const isListedByOtherIndex = sql`+${posts.status} in ${[...LISTED_STATUSES]}`;

/** Posts that readers can have seen, now or in the past. */
export const isSeenPost = inArray(posts.status, [...SEEN_STATUSES]);
