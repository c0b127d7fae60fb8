import { eq } from 'drizzle-orm';
import { postSlugs, posts } from '@/db/schema';
import { mayPublish, onPost } from '@/lib/accounts/policies';
import { Refusal } from '@/lib/errors';
import { isPublic } from '@/lib/visibility';
import { freezeDraft, requireDraft, requirePost, settleSlug } from '../freeze';
import { postCommand } from '../post-command';

export interface SchedulePost {
  postId: number;
  draftVersion: number;
  /** Epoch ms. */
  at: number;
}

/**
 * Freezes the draft and sets when it is published. Later edits stay in the draft until the post is scheduled
 * or published again, so that unfinished sentences are never published.
 * @throws Refusal `invalid` for a time that has passed or a post that is already live.
 */
export const schedulePost = postCommand(
  'schedulePost',
  onPost(mayPublish),
  (tx, input: SchedulePost, context) => {
    const post = requirePost(tx, input.postId);
    if (isPublic(post.status)) throw new Refusal('invalid', 'alreadyPublished');
    if (input.at <= context.now) throw new Refusal('invalid', 'timePassed');
    const draft = requireDraft(tx, input.postId, input.draftVersion);
    const scheduledRevisionId = freezeDraft(tx, draft, context);
    settleSlug(tx, post, draft.headline);
    tx.update(posts)
      .set({ status: 'scheduled', scheduledAt: input.at, scheduledRevisionId })
      .where(eq(posts.id, input.postId))
      .run();
    return { postId: input.postId };
  },
);

/** Returns a scheduled post to draft, or to withdrawn if readers had it before. */
export const unschedulePost = postCommand(
  'unschedulePost',
  onPost(mayPublish),
  (tx, input: { postId: number }) => {
    const post = requirePost(tx, input.postId);
    if (post.status !== 'scheduled') throw new Refusal('conflict', 'notScheduled');
    const wasPublic = tx.select().from(postSlugs).where(eq(postSlugs.postId, post.id)).limit(1).get();
    tx.update(posts)
      .set({ status: wasPublic ? 'withdrawn' : 'draft', scheduledAt: null, scheduledRevisionId: null })
      .where(eq(posts.id, input.postId))
      .run();
    return { postId: input.postId };
  },
);
