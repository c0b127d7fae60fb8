import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { deskLabels } from '@/db/schema';

/** Returns whether any draft names the topic or author, in the bin too. */
export function isUsedByDraft(tx: Tx, label: 'topic' | 'author', labelId: number): boolean {
  const found = tx
    .select({ postId: deskLabels.postId })
    .from(deskLabels)
    .where(and(eq(deskLabels.label, label), eq(deskLabels.labelId, labelId)))
    .limit(1)
    .get();
  return found !== undefined;
}
