import { eq } from 'drizzle-orm';
import { posts } from '@/db/schema';
import { mayPublish, onPost } from '@/lib/accounts/policies';
import { Refusal } from '@/lib/errors';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';

/**
 * Sets when a post first appeared, for one that was published elsewhere or on a former site; if it is live,
 * it moves to its place in lists immediately.
 * @throws Refusal `invalid` for a future time; use scheduling for that.
 */
export const datePost = postCommand(
  'datePost',
  onPost(mayPublish),
  (tx, input: { postId: number; publishedAt: number }, { now }) => {
    const post = requirePost(tx, input.postId);
    if (input.publishedAt > now) throw new Refusal('invalid', 'dateInFuture');
    tx.update(posts).set({ publishedAt: input.publishedAt }).where(eq(posts.id, post.id)).run();
    return { postId: post.id };
  },
);
