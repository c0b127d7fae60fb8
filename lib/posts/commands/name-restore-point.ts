import { and, eq } from 'drizzle-orm';
import { restorePoints } from '@/db/schema';
import { mayWriteDraft, onPost } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { requireDraft } from '../freeze';
import { addRestorePoint } from '../history/restore-points';

/** Keeps the current draft permanently under a name. */
export const keepDraft = command(
  'keepDraft',
  onPost(mayWriteDraft),
  (tx, input: { postId: number; draftVersion: number; name: string }, { now }) => {
    const draft = requireDraft(tx, input.postId, input.draftVersion);
    const restorePointId = addRestorePoint(tx, draft, 'named', now, requireName(input.name));
    return { postId: input.postId, restorePointId };
  },
);

/**
 * Names a restore point, so that it is never thinned.
 * @throws Refusal `not_found` when it has already been thinned.
 */
export const nameRestorePoint = command(
  'nameRestorePoint',
  onPost(mayWriteDraft),
  (tx, { postId, restorePointId, name }: { postId: number; restorePointId: number; name: string }) => {
    const { changes } = tx
      .update(restorePoints)
      .set({ name: requireName(name) })
      .where(and(eq(restorePoints.id, restorePointId), eq(restorePoints.postId, postId)))
      .run();
    if (changes === 0) throw new Refusal('not_found', 'versionGone');
    return { postId };
  },
);

function requireName(name: string): string {
  const trimmed = name.trim().slice(0, 120);
  if (!trimmed) throw new Refusal('invalid', 'nameVersion');
  return trimmed;
}
