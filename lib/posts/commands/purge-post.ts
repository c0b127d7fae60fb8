import { and, eq, inArray, lte, type SQL } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { postSlugs, posts, redirects } from '@/db/schema';
import { mayPurge } from '@/lib/accounts/policies';
import { SCHEDULER } from '@/lib/actor';
import { plainPostPath } from '@/lib/addresses';
import { command } from '@/lib/commands';
import { Refusal, requireValue } from '@/lib/errors';
import { goneMark } from '@/lib/gone-paths';
import { derivePost } from '../derive';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';
import { BIN_KEEPS_DAYS } from './bin-post';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Deletes a post permanently with its draft and revisions; its former addresses answer 410. A trigger adds the job
 * that erases its words from the file.
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
      .values({ path: goneMark(plainPostPath(slug)), postId: null })
      .onConflictDoNothing()
      .run();
  }
  tx.delete(posts).where(eq(posts.id, postId)).run();
}

/** Matches posts that have been in the bin for longer than it keeps them at `now` (epoch ms). */
export function isPastBin(now: number): SQL | undefined {
  return and(eq(posts.status, 'binned'), lte(posts.binnedAt, now - BIN_KEEPS_DAYS * DAY_MS));
}

/**
 * Purges a post if it has been in the bin for longer than it keeps them; one that was restored meanwhile
 * stays.
 * @returns whether it was deleted.
 */
export function purgeOldBinned(db: Db, postId: number, now: number): boolean {
  const isOld = and(eq(posts.id, postId), isPastBin(now));
  if (!db.select({ id: posts.id }).from(posts).where(isOld).get()) return false;
  requireValue(purgePost(db, { postId }, { actor: SCHEDULER, now }));
  return true;
}
