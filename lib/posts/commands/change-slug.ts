import { eq } from 'drizzle-orm';
import { posts } from '@/db/schema';
import { mayPublish, onPost } from '@/lib/accounts/policies';
import { Refusal } from '@/lib/errors';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';
import { isSlugTaken, parseSlug } from '../slug';

/**
 * Changes a post's slug immediately; every address the post ever had in public redirects to the new one.
 * @throws Refusal `invalid` for a slug that is empty, reserved or another post's.
 */
export const changeSlug = postCommand(
  'changeSlug',
  onPost(mayPublish),
  (tx, input: { postId: number; slug: string }) => {
    const post = requirePost(tx, input.postId);
    const slug = parseSlug(input.slug);
    if (isSlugTaken(tx, slug, post.id)) throw new Refusal('invalid', 'addressTaken', { slug });
    tx.update(posts).set({ slug }).where(eq(posts.id, post.id)).run();
    return { postId: post.id, slug };
  },
);
