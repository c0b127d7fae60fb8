import { eq } from 'drizzle-orm';
import { postSlugs, posts, redirects } from '@/db/schema';
import { Refusal } from '@/lib/errors';
import { isBeforeReaders } from '../before-readers';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';

/**
 * Deletes a post with its draft and revisions, for good; its former addresses answer 410.
 * @throws Refusal `conflict` while readers have it: withdraw it first.
 */
export const deletePost = postCommand('deletePost', (tx, input: { postId: number }) => {
  const post = requirePost(tx, input.postId);
  if (isBeforeReaders(post.status)) throw new Refusal('conflict', 'Withdraw the post before you delete it.');
  for (const { slug } of tx.select().from(postSlugs).where(eq(postSlugs.postId, post.id)).all()) {
    tx.insert(redirects)
      .values({ path: `/${slug}`, postId: null })
      .onConflictDoNothing()
      .run();
  }
  tx.delete(posts).where(eq(posts.id, post.id)).run();
  return { postId: post.id };
});
