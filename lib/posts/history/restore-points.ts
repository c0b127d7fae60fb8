import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type drafts, posts, restorePoints, revisions } from '@/db/schema';
import { userIdOf } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import { bodyText } from '@/lib/document/text';
import { countWords } from '@/lib/document/words';
import { mayForgetOld } from '@/lib/jobs/clock-jumps';
import { writingOf } from '../fields';
import type { Writing } from '../types';
import { reasonToKeep } from './reason-to-keep';
import { pointsToThin } from './thinning';

type DraftRow = typeof drafts.$inferSelect;
type Reason = (typeof restorePoints.$inferSelect)['reason'];

/** Keeps the text that a save is about to overwrite, when there is a reason to. */
export function keepBeforeSave(tx: Tx, draft: DraftRow, next: Writing, { actor, now }: Context): void {
  const userId = userIdOf(actor);
  const last = lastKept(tx, draft);
  if (last.hasThisText) return;
  const before = wordsOf(draft);
  if (!before.trim()) return;
  const reason = reasonToKeep({
    savedAt: draft.updatedAt,
    keptAt: last.at,
    now,
    before,
    after: wordsOf(next),
    isAnothers: draft.updatedBy !== null && userId !== null && draft.updatedBy !== userId,
  });
  if (reason) addRestorePoint(tx, draft, reason, now);
}

/** Keeps the current text, unless it is kept already. */
export function keepDraft(tx: Tx, draft: DraftRow, now: number): void {
  if (!lastKept(tx, draft).hasThisText) addRestorePoint(tx, draft, 'change', now);
}

/**
 * Makes a restore point of the draft, dated when it was written, and deletes others that are too many, unless the clock
 * may be wrong.
 * @returns its id.
 */
export function addRestorePoint(
  tx: Tx,
  draft: DraftRow,
  reason: Reason,
  now: number,
  name: string | null = null,
): number {
  const post = tx.select({ language: posts.language }).from(posts).where(eq(posts.id, draft.postId)).get();
  const body = draft.body;
  const { id } = tx
    .insert(restorePoints)
    .values({
      ...writingOf({ ...draft, body }),
      postId: draft.postId,
      draftVersion: draft.version,
      reason,
      name,
      wordCount: countWords(bodyText(body), post?.language ?? 'en'),
      createdAt: draft.updatedAt,
      createdBy: draft.updatedBy,
    })
    .returning({ id: restorePoints.id })
    .get();
  if (mayForgetOld(tx, now)) thin(tx, draft.postId, now);
  return id;
}

/** Finds the newest text in a post's history: its time, and whether it equals the draft. */
function lastKept(tx: Tx, draft: DraftRow): { at: number; hasThisText: boolean } {
  const point = tx
    .select({ at: restorePoints.createdAt, version: restorePoints.draftVersion })
    .from(restorePoints)
    .where(eq(restorePoints.postId, draft.postId))
    .orderBy(desc(restorePoints.createdAt), desc(restorePoints.id))
    .limit(1)
    .get();
  const revision = tx
    .select({ at: revisions.createdAt })
    .from(revisions)
    .where(eq(revisions.postId, draft.postId))
    .orderBy(desc(revisions.createdAt))
    .limit(1)
    .get();
  const post = tx.select({ at: posts.createdAt }).from(posts).where(eq(posts.id, draft.postId)).get();
  // A revision made after the last save has exactly the text of the draft.
  const isPublished = revision !== undefined && revision.at >= draft.updatedAt;
  return {
    at: Math.max(point?.at ?? 0, revision?.at ?? 0, post?.at ?? 0),
    hasThisText: isPublished || point?.version === draft.version,
  };
}

function thin(tx: Tx, postId: number, now: number) {
  const rows = tx
    .select({
      id: restorePoints.id,
      createdAt: restorePoints.createdAt,
      name: restorePoints.name,
      reason: restorePoints.reason,
      bytes: sql<number>`octet_length(${restorePoints.body})`,
    })
    .from(restorePoints)
    .where(eq(restorePoints.postId, postId))
    .all();
  const points = rows.map(({ name, reason, ...row }) => ({
    ...row,
    isNamed: name !== null,
    isBeforeChange: reason === 'change',
  }));
  const gone = pointsToThin(points, now);
  if (gone.length) tx.delete(restorePoints).where(inArray(restorePoints.id, gone)).run();
}

function wordsOf({ headline, standfirst, body }: Writing): string {
  return [headline, standfirst, bodyText(body)].join('\n');
}
