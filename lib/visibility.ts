import { POST_STATUSES } from '@/db/post-statuses';

/*
 * Who sees a post. The terms mean the same everywhere:
 * - a post is **public** when readers can open its page, and **listed** when lists, feeds, search and
 *   the sitemap lead to it as well; a public post that is not listed is **unlisted**;
 * - a text is **live** when readers have it: it is the live revision of a public post.
 * Browsers load this module; visible-posts.ts has the same rules as SQL conditions.
 */

export { POST_STATUSES };
export type PostStatus = (typeof POST_STATUSES)[number];

/** The statuses in which readers can open a post. */
export const PUBLIC_STATUSES = ['published', 'unlisted'] as const satisfies PostStatus[];
export type PublicStatus = (typeof PUBLIC_STATUSES)[number];

/** The statuses in which lists, feeds, search and the sitemap lead to a post. */
export const LISTED_STATUSES = ['published'] as const satisfies PublicStatus[];

/** The statuses whose posts readers can have seen: their changes count as changes of the site. */
export const SEEN_STATUSES = [...PUBLIC_STATUSES, 'withdrawn', 'binned'] as const satisfies PostStatus[];

/** Returns whether readers can open the post. */
export function isPublic(status: PostStatus): status is PublicStatus {
  return PUBLIC_STATUSES.some((one) => one === status);
}

/** Returns whether lists, feeds, search and the sitemap lead to the post. */
export function isListed(status: PostStatus): boolean {
  return LISTED_STATUSES.some((one) => one === status);
}

/** Returns whether readers can open the post, but nothing leads to it. */
export function isUnlisted(status: PostStatus): boolean {
  return isPublic(status) && !isListed(status);
}

/** Returns the live revision, or null when readers have none. */
export function liveRevisionIdOf(post: { status: PostStatus; liveRevisionId: number | null }): number | null {
  return isPublic(post.status) ? post.liveRevisionId : null;
}
