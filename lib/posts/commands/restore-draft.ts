import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { drafts } from '@/db/schema';
import { mayWriteDraft, onPost } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { deriveDraft } from '../derive';
import { requireDraft } from '../freeze';
import { findRevisionText, type RevisionReference } from '../history/history';
import { keepDraft } from '../history/restore-points';
import { postCommand } from '../post-command';
import { withoutDeletedReferences } from '../without-deleted-references';

export interface RestoreDraft {
  postId: number;
  /** The version of the draft that the author saw. */
  draftVersion: number;
  text: RevisionReference;
}

/**
 * Restores an earlier text: it becomes the draft, and the previous draft becomes a restore point. Pictures,
 * authors and topics that were deleted since are left out, and counted.
 * @throws Refusal `conflict` when the draft changed since `draftVersion`, `not_found` without that text.
 */
export const restoreDraft = postCommand('restoreDraft', onPost(mayWriteDraft), write, deriveDraft);

function write(tx: Tx, { postId, draftVersion, text }: RestoreDraft, { actor, now }: Context) {
  const draft = requireDraft(tx, postId, draftVersion);
  const found = findRevisionText(tx, postId, text);
  if (!found) throw new Refusal('not_found', 'versionGone');
  const { writing, leftOut } = withoutDeletedReferences(tx, found);
  keepDraft(tx, draft, now);
  const version = draft.version + 1;
  tx.update(drafts)
    .set({ ...writing, version, savedAs: null, updatedAt: now, updatedBy: userIdOf(actor) })
    .where(eq(drafts.postId, postId))
    .run();
  return { postId, version, writing, leftOut };
}
