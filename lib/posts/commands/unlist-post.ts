import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { posts } from '@/db/schema';
import { mayPublish, onPost } from '@/lib/accounts/policies';
import { Refusal } from '@/lib/errors';
import type { PlainKey } from '@/lib/language/refusals';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';
import type { PostStatus } from '../types';

/**
 * Removes a live post from every list, feed and search; people with the link can still read it.
 * @throws Refusal `conflict` when it is not listed.
 */
export const unlistPost = postCommand(
  'unlistPost',
  onPost(mayPublish),
  (tx, input: { postId: number }, { now }) => {
    return restate(tx, input.postId, {
      from: 'published',
      to: 'unlisted',
      now,
      otherwise: 'onlyPublishedUnlisted',
    });
  },
);

/**
 * Returns an unlisted post to lists, feeds and search, at its date.
 * @throws Refusal `conflict` when it is not unlisted.
 */
export const relistPost = postCommand(
  'relistPost',
  onPost(mayPublish),
  (tx, input: { postId: number }, { now }) => {
    return restate(tx, input.postId, { from: 'unlisted', to: 'published', now, otherwise: 'notUnlisted' });
  },
);

interface Change {
  from: PostStatus;
  to: PostStatus;
  now: number;
  /** The reason for refusal when the post has another status. */
  otherwise: PlainKey;
}

function restate(tx: Tx, postId: number, { from, to, now, otherwise }: Change) {
  const post = requirePost(tx, postId);
  if (post.status !== from) throw new Refusal('conflict', otherwise);
  // Feeds use this as the time of their last change, as when a post is withdrawn.
  tx.update(posts).set({ status: to, updatedAt: now }).where(eq(posts.id, post.id)).run();
  return { postId: post.id };
}
