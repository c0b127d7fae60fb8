import { eq } from 'drizzle-orm';
import { posts } from '@/db/schema';
import { mayPublish, onPost } from '@/lib/accounts/policies';
import { Refusal } from '@/lib/errors';
import { isPublic } from '@/lib/visibility';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';

/** Withdraws a live post; its address answers 410 until it is published again. */
export const withdrawPost = postCommand(
  'withdrawPost',
  onPost(mayPublish),
  (tx, input: { postId: number }, { now }) => {
    const post = requirePost(tx, input.postId);
    if (!isPublic(post.status)) throw new Refusal('conflict', 'notPublished');
    tx.update(posts).set({ status: 'withdrawn', updatedAt: now }).where(eq(posts.id, post.id)).run();
    return { postId: post.id };
  },
);
