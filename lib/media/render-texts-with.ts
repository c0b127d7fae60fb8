import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { posts, revisions } from '@/db/schema';
import { renderBodyHtml } from '@/lib/document/html';
import { mediaIdsIn } from '@/lib/document/uses';
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
    .from(revisions)
    .innerJoin(posts, eq(posts.id, revisions.postId))
    .where(sql`instr(${revisions.body}, ${mediaId}) > 0`)
    .all();
  for (const row of rows) {
    const body = row.body;
    const media = findMediaFacts(tx, mediaIdsIn(body));
    const bodyHtml = renderBodyHtml(body, { media, language: row.language });
    if (bodyHtml === row.bodyHtml) continue;
    tx.update(revisions).set({ bodyHtml }).where(eq(revisions.id, row.id)).run();
  }
}
