import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { posts } from '@/db/schema';
import { mayBin, onPost } from '@/lib/accounts/policies';
import { Refusal } from '@/lib/errors';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';

type PostRow = typeof posts.$inferSelect;

/** How long the bin keeps a post before the scheduler purges it. */
export const BIN_KEEPS_DAYS = 30;

/**
 * Puts a post into the bin, from which it comes back as it was. Readers who had it are told that it is
 * gone; what was scheduled is not published from there.
 * @throws Refusal `conflict` when it is there already.
 */
export const binPost = postCommand('binPost', onPost(mayBin), (tx, input: { postId: number }, { now }) => {
  const post = requirePost(tx, input.postId);
  if (post.status === 'binned') throw new Refusal('conflict', 'alreadyInBin');
  putIntoBin(tx, post, now);
  return { postId: post.id };
});

/**
 * Takes a post out of the bin, to where it stood before. A time to publish that passed meanwhile is
 * let go: the post becomes a draft again, so that nothing goes out as a surprise.
 * @throws Refusal `conflict` when it is not in the bin.
 */
export const restoreFromBin = postCommand(
  'restoreFromBin',
  onPost(mayBin),
  (tx, input: { postId: number }, { now }) => {
    const post = requirePost(tx, input.postId);
    if (post.status !== 'binned') throw new Refusal('conflict', 'notInBin');
    unbin(tx, post, now);
    return { postId: post.id };
  },
);

/** The write of `binPost`, for commands on many posts. */
export function putIntoBin(tx: Tx, post: PostRow, now: number): void {
  tx.update(posts)
    .set({ status: 'binned', statusBeforeBin: post.status, binnedAt: now })
    .where(eq(posts.id, post.id))
    .run();
}

/** The write of `restoreFromBin`, for commands on many posts. */
export function unbin(tx: Tx, post: PostRow, now: number): void {
  const missedItsTime = post.statusBeforeBin === 'scheduled' && (post.scheduledAt ?? 0) <= now;
  tx.update(posts)
    .set({
      status: missedItsTime ? 'draft' : (post.statusBeforeBin ?? 'draft'),
      statusBeforeBin: null,
      binnedAt: null,
      ...(missedItsTime ? { scheduledAt: null, scheduledRevisionId: null } : {}),
    })
    .where(eq(posts.id, post.id))
    .run();
}
