import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { mediaUses, posts, revisions } from '@/db/schema';
import { renderBodyHtml } from '@/lib/document/html';
import { mediaIdsIn } from '@/lib/document/uses';
import { addJob } from '@/lib/jobs/add-job';
import { renderTexts, type TextsToRender } from '@/lib/jobs/kinds';
import { findMediaFacts } from './queries';

/** How long one transaction renders, ms: some hundred short texts. */
const SLICE_MS = 50;
/** The pause before the next, in which others write and readers get answers. */
const PAUSE_MS = 20;

interface Options {
  /** Epoch ms. */
  now: number;
  sliceMs?: number;
}

/**
 * Renders again the texts that show a medium whose files or words changed, if readers see them now or will: a
 * revision's text never changes, but its HTML contains the addresses and words of its pictures. Those for which
 * this transaction has no time are left to a job, which is written with it.
 */
export function renderTextsWith(
  tx: Db | Tx,
  { mediaId, after }: TextsToRender,
  { now, sliceMs = SLICE_MS }: Options,
): void {
  const endsAt = performance.now() + sliceMs;
  let last = after;
  do {
    const next = nextPost(tx, mediaId, last);
    if (!next) return;
    renderPost(tx, next);
    last = next.id;
  } while (performance.now() < endsAt);
  addJob(tx, renderTexts, { mediaId, after: last }, { now, runAt: now + PAUSE_MS });
}

type PostRow = Pick<typeof posts.$inferSelect, 'id' | 'language' | 'liveRevisionId' | 'scheduledRevisionId'>;

function nextPost(tx: Db | Tx, mediaId: string, after: number): PostRow | undefined {
  const { id, language, liveRevisionId, scheduledRevisionId } = posts;
  return tx
    .select({ id, language, liveRevisionId, scheduledRevisionId })
    .from(mediaUses)
    .innerJoin(posts, eq(posts.id, mediaUses.postId))
    .where(and(eq(mediaUses.mediaId, mediaId), gt(mediaUses.postId, after)))
    .orderBy(asc(mediaUses.postId))
    .limit(1)
    .get();
}

function renderPost(tx: Db | Tx, { language, liveRevisionId, scheduledRevisionId }: PostRow): void {
  const ids = [liveRevisionId, scheduledRevisionId].filter((id) => id !== null);
  if (ids.length === 0) return;
  const { id, body, bodyHtml } = revisions;
  for (const row of tx.select({ id, body, bodyHtml }).from(revisions).where(inArray(id, ids)).all()) {
    const media = findMediaFacts(tx, mediaIdsIn(row.body));
    const html = renderBodyHtml(row.body, { media, language });
    if (html !== row.bodyHtml) tx.update(revisions).set({ bodyHtml: html }).where(eq(id, row.id)).run();
  }
}
