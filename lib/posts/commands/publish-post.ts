import { eq, sql } from 'drizzle-orm';
import { posts } from '@/db/schema';
import { freezeDraft, requireDraft, requirePost, settleSlug } from '../freeze';
import { postCommand } from '../post-command';

export interface PublishPost {
  postId: number;
  /** The draft's version that the author saw. */
  draftVersion: number;
  /** Epoch ms; for a post that first appeared elsewhere or on a former site. Now if not said. */
  publishedAt?: number;
}

/**
 * Puts the draft before readers as a new revision; a post published again keeps its first date.
 * @throws Refusal `conflict` when the draft moved on since `draftVersion`, `invalid` without a headline.
 */
export const publishPost = postCommand('publishPost', (tx, input: PublishPost, context) => {
  const draft = requireDraft(tx, input.postId, input.draftVersion);
  const revisionId = freezeDraft(tx, draft, context);
  settleSlug(tx, requirePost(tx, input.postId), draft.headline);
  const firstDate = sql`coalesce(${input.publishedAt ?? null}, ${posts.publishedAt}, ${context.now})`;
  tx.update(posts)
    .set({
      status: 'published',
      liveRevisionId: revisionId,
      publishedAt: firstDate,
      updatedAt: context.now,
      scheduledAt: null,
      scheduledRevisionId: null,
    })
    .where(eq(posts.id, input.postId))
    .run();
  return { postId: input.postId };
});
