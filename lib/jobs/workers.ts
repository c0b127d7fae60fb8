import type { Db } from '@/db/client';
import type { Job } from './job-rows';
import type { JobKind } from './kinds';
import { readPayload } from './payloads';

/** What an external request is made with. */
export interface Attempt {
  /** The same at every attempt at one request: a recipient that honours it does nothing twice. */
  key: string;
  /** Aborts running work when the program stops. */
  signal: AbortSignal;
}

/** Does the jobs of one kind. */
export type Worker = { kind: JobKind<unknown> } & (
  | { isOutside: false; work: (db: Db, job: Job, now: number) => void }
  | { isOutside: true; work: (job: Job, attempt: Attempt) => Promise<void> }
);

/**
 * Defines work on the database only, done in the same transaction in which its job is marked as done: exactly
 * once.
 */
export function worksWithin<P>(kind: JobKind<P>, work: (db: Db, payload: P, now: number) => void): Worker {
  return { kind, isOutside: false, work: (db, job, now) => work(db, readPayload(kind, job), now) };
}

/** Defines external work: done at least once, and again if the program ends before it is recorded. */
export function worksOutside<P>(
  kind: JobKind<P>,
  work: (payload: P, attempt: Attempt) => Promise<void>,
): Worker {
  return {
    kind,
    isOutside: true,
    work: async (job, attempt) => work(readPayload(kind, job), attempt),
  };
}
