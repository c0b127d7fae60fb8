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
  /** The scheduled time that the person saw, epoch ms or null; without it, any is replaced. */
  from?: number | null;
}

/**
 * Freezes the draft and sets when it is published. Later edits stay in the draft until the post is scheduled
 * or published again, so that unfinished sentences are never published.
 * @throws Refusal `invalid` for a time that has passed or a post that is already live; `conflict` when the post has
 *   another time than `from`.
 */
export const schedulePost = postCommand(
  'schedulePost',
  onPost(mayPublish),
  (tx, input: SchedulePost, context) => {
    const post = requirePost(tx, input.postId);
    if (isPublic(post.status)) throw new Refusal('invalid', 'alreadyPublished');
    if (input.from !== undefined) requireTime(post, input.from);
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

export interface ReschedulePost {
  postId: number;
  /** The scheduled time that the person saw, epoch ms. */
  from: number;
  /** Epoch ms. */
  at: number;
}

/**
 * Moves the time of a scheduled post. Its text stays the one that was scheduled, and later edits stay in the draft.
 * @throws Refusal `conflict` when the post is not scheduled any longer, or for another time than `from`; `invalid` for
 *   a time that has passed.
 */
export const reschedulePost = postCommand(
  'reschedulePost',
  onPost(mayPublish),
  (tx, { postId, from, at }: ReschedulePost, { now }) => {
    const post = requirePost(tx, postId);
    if (isPublic(post.status)) throw new Refusal('conflict', 'alreadyPublished');
    if (post.status !== 'scheduled') throw new Refusal('conflict', 'notScheduled');
    requireTime(post, from);
    if (at <= now) throw new Refusal('invalid', 'timePassed');
    tx.update(posts).set({ scheduledAt: at }).where(eq(posts.id, postId)).run();
    return { postId };
  },
);

/** Checks that nobody has changed the time of a post since a person saw it. */
function requireTime(post: { scheduledAt: number | null }, seen: number | null): void {
  if (post.scheduledAt !== seen) throw new Refusal('conflict', 'timeChangedElsewhere');
}

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
