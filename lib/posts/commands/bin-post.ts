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
 * Moves a post to the bin, from which it can be restored as it was. If readers had it, its address answers
 * 410; a scheduled post is not published from the bin.
 * @throws Refusal `conflict` when it is already in the bin.
 */
export const binPost = postCommand('binPost', onPost(mayBin), (tx, input: { postId: number }, { now }) => {
  const post = requirePost(tx, input.postId);
  if (post.status === 'binned') throw new Refusal('conflict', 'alreadyInBin');
  putIntoBin(tx, post, now);
  return { postId: post.id };
});

/**
 * Restores a post from the bin to its previous status. If its scheduled time has passed meanwhile, the
 * schedule is dropped: the post becomes a draft again, so that nothing is published unexpectedly.
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

/** Does the write of `binPost`, for commands on many posts. */
export function putIntoBin(tx: Tx, post: PostRow, now: number): void {
  tx.update(posts)
    .set({ status: 'binned', statusBeforeBin: post.status, binnedAt: now })
    .where(eq(posts.id, post.id))
    .run();
}

/** Does the write of `restoreFromBin`, for commands on many posts. */
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
