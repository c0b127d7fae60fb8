import { eq } from 'drizzle-orm';
import { posts } from '@/db/schema';
import { mayChangeLanguage, onPost } from '@/lib/accounts/policies';
import type { LanguageCode } from '@/lib/language/languages';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';

/** Sets the language in which a post is written. */
export const changeLanguage = postCommand(
  'changeLanguage',
  onPost(mayChangeLanguage),
  (tx, input: { postId: number; language: LanguageCode }) => {
    const post = requirePost(tx, input.postId);
    tx.update(posts).set({ language: input.language }).where(eq(posts.id, post.id)).run();
    return { postId: post.id };
  },
);
