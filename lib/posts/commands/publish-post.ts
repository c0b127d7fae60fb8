import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { posts } from '@/db/schema';
import { mayPublish, onPost } from '@/lib/accounts/policies';
import type { Context } from '@/lib/commands';
import { freezeDraft, requireDraft, requirePost, settleSlug } from '../freeze';
import { postCommand } from '../post-command';
import { revisedAt } from '../revised';
import { addCorrection } from './correct-post';

export interface PublishPost {
  postId: number;
  /** The version of the draft that the author saw. */
  draftVersion: number;
  /** A change without notice, such as a typo: readers are not told that the text changed. */
  isSilent?: boolean;
}

/**
 * Publishes the draft as a new revision; a post that has a date keeps it.
 * @throws Refusal `conflict` when the draft changed since `draftVersion`, `invalid` without a headline.
 */
export const publishPost = postCommand('publishPost', onPost(mayPublish), (tx, input: PublishPost, context) =>
  putBeforeReaders(tx, input, context),
);

/**
 * Publishes the draft as unlisted: in no list, feed or search, readable only by people with the link. It is
 * one step, so that no feed reader ever sees the post listed in between.
 */
export const publishUnlisted = postCommand(
  'publishUnlisted',
  onPost(mayPublish),
  (tx, input: PublishPost, context) => putBeforeReaders(tx, input, context, 'unlisted'),
);

/**
 * Publishes the changes of a live post together with a public note of what was wrong.
 * @throws Refusal as `publishPost`, and `invalid` when the note is empty or the post is not live.
 */
export const publishCorrected = postCommand(
  'publishCorrected',
  onPost(mayPublish),
  (tx, { note, ...input }: Omit<PublishPost, 'isSilent'> & { note: string }, context) => {
    addCorrection(tx, { postId: input.postId, note }, context);
    return putBeforeReaders(tx, input, context);
  },
);

function putBeforeReaders(tx: Tx, input: PublishPost, context: Context, wanted?: 'unlisted') {
  const draft = requireDraft(tx, input.postId, input.draftVersion);
  const post = requirePost(tx, input.postId);
  const revisionId = freezeDraft(tx, draft, context, input.isSilent);
  settleSlug(tx, post, draft.headline);
  tx.update(posts)
    .set({
      // Changes to an unlisted post leave it unlisted.
      status: wanted ?? (post.status === 'unlisted' ? 'unlisted' : 'published'),
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
}
