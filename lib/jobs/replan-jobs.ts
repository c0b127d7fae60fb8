import { and, eq, gt, ne, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { jobs, posts } from '@/db/schema';
import { publishPost } from './kinds';

/** The longest pause of any job, and the longest that a repeating one waits. */
const LONGEST_PAUSE_MS = 60 * 60 * 1000;

/**
 * Plans waiting jobs again after the clock jumped or was confirmed: those that publish at the time of their post,
 * and others that a wrong clock planned too far ahead at once. What must still wait is planned again by its worker.
 * @param heldUntil until when publications waited so far, if they did (epoch ms).
 */
export function replanJobs(tx: Tx, heldUntil: number | null, now: number): void {
  const isWaiting = eq(jobs.state, 'waiting');
  const isPublication = eq(jobs.kind, publishPost.name);
  if (heldUntil !== null) {
    const dueAt = sql`(select ${posts.scheduledAt} from ${posts} where ${posts.id} = ${jobs.payload} ->> 'postId')`;
    tx.update(jobs)
      .set({ runAt: sql`max(${now}, coalesce(${dueAt}, ${now}))` })
      .where(and(isWaiting, isPublication, eq(jobs.runAt, heldUntil)))
      .run();
  }
  tx.update(jobs)
    .set({ runAt: now })
    .where(and(isWaiting, ne(jobs.kind, publishPost.name), gt(jobs.runAt, now + LONGEST_PAUSE_MS)))
    .run();
}
