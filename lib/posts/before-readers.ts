import { inArray } from 'drizzle-orm';
import { posts } from '@/db/schema';
import type { PostStatus } from './types';

/** The states in which a post's own page is there for readers: in lists, or by its address alone. */
const BEFORE_READERS = ['published', 'unlisted'] as const;

/** Whether readers can open the post. */
export function isBeforeReaders(status: PostStatus): boolean {
  return BEFORE_READERS.some((state) => state === status);
}

/** The same, as a condition on `posts`. */
export const isReadable = inArray(posts.status, [...BEFORE_READERS]);
