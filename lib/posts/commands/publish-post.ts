import { eq, sql } from 'drizzle-orm';
import { posts } from '@/db/schema';
import { freezeDraft, requireDraft, requirePost, settleSlug } from '../freeze';
import { postCommand } from '../post-command';
import { revisedAt } from '../revised';

export interface PublishPost {
  postId: number;
  /** The draft's version that the author saw. */
  draftVersion: number;
  /** Changes of form alone, such as a slip of spelling: readers are not told that the text changed. */
  isSilent?: boolean;
}

/**
 * Puts the draft before readers as a new revision; a post that has a date keeps it.
 * @throws Refusal `conflict` when the draft moved on since `draftVersion`, `invalid` without a headline.
 */
export const publishPost = postCommand('publishPost', (tx, input: PublishPost, context) => {
  const draft = requireDraft(tx, input.postId, input.draftVersion);
  const post = requirePost(tx, input.postId);
  const revisionId = freezeDraft(tx, draft, context, input.isSilent);
  settleSlug(tx, post, draft.headline);
  tx.update(posts)
    .set({
      // Changes to an unlisted post go out where it stands.
      status: post.status === 'unlisted' ? 'unlisted' : 'published',
      liveRevisionId: revisionId,
      publishedAt: sql`coalesce(${posts.publishedAt}, ${context.now})`,
      updatedAt: context.now,
      revisedAt: input.isSilent ? post.revisedAt : revisedAt(tx, post, draft, context.now),
      scheduledAt: null,
      scheduledRevisionId: null,
    })
    .where(eq(posts.id, input.postId))
    .run();
  return { postId: input.postId };
});
