import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { posts, revisions, revisionUses } from '@/db/schema';
import { renderBodyHtml } from '@/lib/document/html';
import { mediaIdsIn } from '@/lib/document/uses';
import { usesOfRevisions } from '@/lib/revision-uses';
import { findMediaFacts } from './queries';

/**
 * Renders again every revision that shows a medium whose files or words changed: a revision's text never
 * changes, but its HTML contains the addresses and words of its pictures.
 */
export function renderTextsWith(tx: Tx, mediaId: string): void {
  const rows = tx
    .select({
      id: revisions.id,
      body: revisions.body,
      bodyHtml: revisions.bodyHtml,
      language: posts.language,
    })
    .from(revisionUses)
    .innerJoin(revisions, eq(revisions.id, revisionUses.revisionId))
    .innerJoin(posts, eq(posts.id, revisions.postId))
    .where(usesOfRevisions('medium', mediaId))
    .all();
  for (const row of rows) {
    const body = row.body;
    const media = findMediaFacts(tx, mediaIdsIn(body));
    const bodyHtml = renderBodyHtml(body, { media, language: row.language });
    if (bodyHtml === row.bodyHtml) continue;
    tx.update(revisions).set({ bodyHtml }).where(eq(revisions.id, row.id)).run();
  }
}
