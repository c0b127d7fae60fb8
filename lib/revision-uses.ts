import { and, eq, type SQL } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { revisions, revisionUses } from '@/db/schema';

type Used = typeof revisionUses.$inferSelect.used;

/** The condition on `revision_uses` that a revision uses this author, topic or, in its body, this medium. */
export function usesOfRevisions(used: Used, id: string | number): SQL | undefined {
  return and(eq(revisionUses.used, used), eq(revisionUses.usedId, String(id)));
}

/** Returns whether any revision uses it, live, scheduled or earlier; a medium also at the top of a text. */
export function isUsedByRevision(tx: Db | Tx, used: Used, id: string | number): boolean {
  const inText = tx
    .select({ id: revisionUses.revisionId })
    .from(revisionUses)
    .where(usesOfRevisions(used, id))
    .limit(1)
    .get();
  if (inText || used !== 'medium') return inText !== undefined;
  const atTop = tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(eq(revisions.leadMediaId, String(id)))
    .limit(1)
    .get();
  return atTop !== undefined;
}
