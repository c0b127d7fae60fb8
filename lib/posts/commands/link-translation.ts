import { eq } from 'drizzle-orm';
import { posts, translationGroups } from '@/db/schema';
import { mayPublish, onPost } from '@/lib/accounts/policies';
import { Refusal } from '@/lib/errors';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';

export interface LinkTranslation {
  postId: number;
  /** Null removes the post from its group. */
  translationOfPostId: number | null;
}

/**
 * Makes a post a translation of another: both, and the other's translations, form one group.
 * @throws Refusal `invalid` for the post itself or when the group has that language already.
 */
export const linkTranslation = postCommand(
  'linkTranslation',
  onPost(mayPublish),
  (tx, input: LinkTranslation) => {
    const post = requirePost(tx, input.postId);
    if (input.translationOfPostId === null) {
      tx.update(posts).set({ translationGroupId: null }).where(eq(posts.id, post.id)).run();
      return { postId: post.id };
    }
    const other = requirePost(tx, input.translationOfPostId);
    if (other.id === post.id) throw new Refusal('invalid', 'ownTranslation');
    const groupId =
      other.translationGroupId ??
      tx.insert(translationGroups).values({}).returning({ id: translationGroups.id }).get().id;
    const members = tx.select().from(posts).where(eq(posts.translationGroupId, groupId)).all();
    if ([other, ...members].some((member) => member.id !== post.id && member.language === post.language)) {
      throw new Refusal('invalid', 'translationTaken');
    }
    tx.update(posts).set({ translationGroupId: groupId }).where(eq(posts.id, other.id)).run();
    tx.update(posts).set({ translationGroupId: groupId }).where(eq(posts.id, post.id)).run();
    return { postId: post.id };
  },
);
