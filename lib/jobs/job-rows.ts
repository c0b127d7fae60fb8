import { and, asc, eq, inArray, lt, ne, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { jobs } from '@/db/schema';
import { addJob } from './add-job';
import type { JobKind, JobRules } from './kinds';
import { readPayload, UnreadablePayload } from './payloads';

export type Job = typeof jobs.$inferSelect;

/** Done jobs are kept for a week, for reference. */
const KEEPS_DONE_MS = 7 * 24 * 60 * 60 * 1000;
const LONGEST_ERROR = 500;
const INTERRUPTED = 'The server ended before this was done.';
/**
 * The largest number that is stored in a row (and, negative, the smallest). A row that was written by hand
 * may hold a larger one: SQLite would refuse to store it again, and the clock could do no other job. With a
 * negative number of attempts there would be no pause between them.
 */
const LARGEST = Number.MAX_SAFE_INTEGER;

// Literals, because SQLite uses a partial index only for conditions that it can read.
const isWaiting = sql`${jobs.state} = 'waiting'`;
/** A job of a merged kind waits while an equal one is running. */
const isHeldBack = sql`(${jobs.isMerged} and exists (
  select 1 from jobs other
  where other.kind = ${jobs.kind} and other.payload = ${jobs.payload} and other.state = 'running'))`;

function mayBegin(names: string[]): SQL | undefined {
  // The plus keeps SQLite from reading all done jobs of a kind instead of the few that are waiting.
  return and(isWaiting, inArray(sql`+${jobs.kind}`, names), sql`not ${isHeldBack}`);
}

/** Finds the next job of these kinds, due or not; null when none is waiting. */
export function findNextJob(db: Db, names: string[]): Job | null {
  const next = db.select().from(jobs).where(mayBegin(names)).orderBy(asc(jobs.runAt), asc(jobs.id)).limit(1);
  return next.get() ?? null;
}

/**
 * Marks a waiting job as running and counts the attempt, so that an attempt during which the program dies
 * counts too.
 * @returns the job as it is now, or null when it is no longer waiting.
 */
export function beginJob(db: Db, id: number): Job | null {
  const begun = db
    .update(jobs)
    .set({ state: 'running', attempts: sql`max(0, min(${jobs.attempts}, ${LARGEST - 1})) + 1` })
    .where(and(eq(jobs.id, id), isWaiting))
    .returning();
  return begun.get() ?? null;
}

/**
 * Marks a job as done, and plans the next one if its kind repeats.
 * @returns false when the job was no longer in the state in which it was found.
 */
export function finishJob<P>(tx: Db | Tx, kind: JobKind<P>, job: Job, now: number): boolean {
  const { changes } = tx
    .update(jobs)
    .set({ state: 'done', doneAt: now, lastError: null })
    .where(and(eq(jobs.id, job.id), eq(jobs.state, job.state)))
    .run();
  if (changes === 0) return false;
  // What an equal job failed to do is done now.
  if (kind.isMerged) tx.delete(jobs).where(equalOf(job, 'failed')).run();
  tx.delete(jobs)
    .where(and(sql`${jobs.state} = 'done'`, lt(jobs.doneAt, now - KEEPS_DONE_MS)))
    .run();
  if (kind.everyMs) addJob(tx, kind, readPayload(kind, job), { now, runAt: now + kind.everyMs });
  return true;
}

/**
 * Makes a job wait for its next attempt, after a pause. Marks it as failed after the last one, and at once
 * when its payload is unreadable.
 * @returns whether it was the last attempt.
 */
export function failJob(db: Db, rules: JobRules, job: Job, error: unknown, now: number): boolean {
  const pauseMs = Math.min(rules.longestPauseMs, rules.firstPauseMs * 2 ** Math.max(0, job.attempts - 1));
  const isLast = job.attempts >= rules.attempts || error instanceof UnreadablePayload;
  putBack(db, job, { isLast, runAt: now + pauseMs, lastError: sentenceOf(error) });
  return isLast;
}

/**
 * Returns jobs that were running when the program ended to the queue: they are done again immediately. Those
 * of a kind without rules wait for a program that knows it.
 * @param underWay ids of the jobs that this program runs now.
 */
export function resumeInterrupted(db: Db, rules: JobRules[], underWay: number[]): void {
  const most = new Map(rules.map(({ name, attempts }) => [name, attempts]));
  const interrupted = and(sql`${jobs.state} = 'running'`, notInArray(jobs.id, underWay));
  for (const job of db.select().from(jobs).where(interrupted).all()) {
    const isLast = job.attempts >= (most.get(job.kind) ?? Number.POSITIVE_INFINITY);
    putBack(db, job, { isLast, runAt: job.runAt, lastError: job.lastError ?? INTERRUPTED });
  }
}

function putBack(db: Db, job: Job, next: { isLast: boolean; runAt: number; lastError: string }): void {
  const { isLast, runAt, lastError } = next;
  db.transaction(
    (tx) => {
      const isOpen = and(eq(jobs.id, job.id), inArray(jobs.state, ['waiting', 'running']));
      if (!tx.select({ id: jobs.id }).from(jobs).where(isOpen).get()) return;
      // An equal job added meanwhile is a new request, which this job takes over.
      const added = !isLast && job.isMerged ? takeEqual(tx, job) : null;
      const pause = { runAt: storable(runAt), attempts: Math.max(0, storable(job.attempts)) };
      const request = added && {
        runAt: storable(Math.min(added.runAt, runAt)),
        attempts: 0,
        key: added.key,
      };
      tx.update(jobs)
        .set({ lastError, state: isLast ? 'failed' : 'waiting', ...(request ?? pause) })
        .where(isOpen)
        .run();
    },
    { behavior: 'immediate' },
  );
}

/** Returns the nearest number that a row can store. */
function storable(number: number): number {
  return Math.max(-LARGEST, Math.min(number, LARGEST));
}

/** Removes the waiting job that equals this one. @returns that job, or null when there was none. */
export function takeEqual(tx: Tx, job: Job): Job | null {
  return tx.delete(jobs).where(equalOf(job, 'waiting')).returning().get() ?? null;
}

/** Matches the other jobs with the same kind and payload in a given state. */
function equalOf(job: Job, state: Job['state']): SQL | undefined {
  return and(
    eq(jobs.kind, job.kind),
    eq(jobs.payload, job.payload),
    eq(jobs.state, state),
    ne(jobs.id, job.id),
  );
}

function sentenceOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR);
}
