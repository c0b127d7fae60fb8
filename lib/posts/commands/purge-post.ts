import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { postSlugs, posts, redirects } from '@/db/schema';
import { mayPurge } from '@/lib/accounts/policies';
import { SCHEDULER } from '@/lib/actor';
import { plainPostPath } from '@/lib/addresses';
import { command } from '@/lib/commands';
import { Refusal, requireValue } from '@/lib/errors';
import { derivePost } from '../derive';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';
import { BIN_KEEPS_DAYS } from './bin-post';

const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * A limit, so that a bin with thousands of posts never delays readers: the rest is deleted at the next run.
 */
const AT_ONCE = 20;

/**
 * Deletes a post permanently with its draft and revisions; its former addresses answer 410.
 * @throws Refusal `conflict` when it is not in the bin.
 */
export const purgePost = postCommand('purgePost', mayPurge, (tx, input: { postId: number }) => {
  const post = requirePost(tx, input.postId);
  if (post.status !== 'binned') throw new Refusal('conflict', 'binFirst');
  purge(tx, post.id);
  return { postId: post.id };
});

/** Permanently deletes those of these posts that are in the bin, in one transaction. */
export const purgePosts = command('purgePosts', mayPurge, (tx, input: { postIds: number[] }) => {
  const binned = tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.status, 'binned'), inArray(posts.id, input.postIds)))
    .all();
  for (const { id } of binned) {
    purge(tx, id);
    derivePost(tx, id);
  }
  return { count: binned.length };
});

function purge(tx: Tx, postId: number) {
  for (const { slug } of tx.select().from(postSlugs).where(eq(postSlugs.postId, postId)).all()) {
    tx.insert(redirects)
      .values({ path: plainPostPath(slug), postId: null })
      .onConflictDoNothing()
      .run();
  }
  tx.delete(posts).where(eq(posts.id, postId)).run();
}

/**
 * Purges posts that have been in the bin for longer than it keeps them.
 * @returns how many posts were deleted.
 */
export function purgeOldBinned(db: Db, now: number): number {
  const old = db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.status, 'binned'), lte(posts.binnedAt, now - BIN_KEEPS_DAYS * DAY_MS)))
    .orderBy(asc(posts.binnedAt), asc(posts.id))
    .limit(AT_ONCE)
    .all();
  for (const { id } of old) requireValue(purgePost(db, { postId: id }, { actor: SCHEDULER, now }));
  return old.length;
}
