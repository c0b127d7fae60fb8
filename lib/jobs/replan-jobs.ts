import { and, eq, gt, ne, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { jobs, posts } from '@/db/schema';
import { publishPost } from './kinds';

/** The longest pause of any job, and the longest that a repeating one waits. */
const LONGEST_PAUSE_MS = 60 * 60 * 1000;

/**
 * Plans waiting jobs again after the clock jumped or was confirmed: those that publish at the time of their post,
 * and others that a wrong clock planned too far ahead at once. What must still wait is planned again by its worker.
 */
export function replanJobs(tx: Tx, now: number): void {
  replanPublications(tx, now, 0);
  tx.update(jobs)
    .set({ runAt: now })
    .where(and(isWaiting, ne(jobs.kind, publishPost.name), gt(jobs.runAt, now + LONGEST_PAUSE_MS)))
    .run();
}

const isWaiting = eq(jobs.state, 'waiting');

/**
 * Plans publications that wait longer than for their post, and longer than any pause after a failure, at the time of
 * their post again: a clock that was wrong planned them, and otherwise they could wait for years.
 */
export function replanLatePublications(tx: Tx, now: number): void {
  replanPublications(tx, now, LONGEST_PAUSE_MS);
}

function replanPublications(tx: Tx, now: number, mayWaitMs: number): void {
  const isPublication = eq(jobs.kind, publishPost.name);
  // A payload may be anything that somebody wrote by hand.
  const postId = sql`case when json_valid(${jobs.payload}) then ${jobs.payload} ->> 'postId' end`;
  const dueAt = sql`(select ${posts.scheduledAt} from ${posts} where ${posts.id} = ${postId})`;
  const rightTime = sql`max(${now}, coalesce(${dueAt}, ${now}))`;
  tx.update(jobs)
    .set({ runAt: rightTime })
    .where(and(isWaiting, isPublication, sql`${jobs.runAt} > ${rightTime} + ${mayWaitMs}`))
    .run();
}
