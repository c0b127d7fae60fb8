import { afterEach, beforeEach, vi } from 'vitest';
import { z } from 'zod';
import { jobs } from '@/db/schema';
import { addJob } from '@/lib/jobs/add-job';
import { type Clock, startClock } from '@/lib/jobs/clock';
import type { Job } from '@/lib/jobs/job-rows';
import type { JobKind } from '@/lib/jobs/kinds';
import { type Worker, worksOutside } from '@/lib/jobs/workers';
import { openTestSite, type TestSite } from './test-site';

type Letter = { to: string };

/** A kind whose jobs are never merged. */
export const letter: JobKind<Letter> = {
  name: 'letter',
  payload: z.object({ to: z.string() }),
  isMerged: false,
  attempts: 4,
  firstPauseMs: 1000,
  longestPauseMs: 3000,
};
export const merged: JobKind<Letter> = { ...letter, name: 'merged', isMerged: true };
export const hourly: JobKind<Letter> = { ...merged, name: 'hourly', everyMs: 3_600_000 };

/** An outbox and its clock under a time that the test sets; the event loop itself runs as usual. */
export interface TestOutbox {
  readonly site: TestSite;
  /** The errors that the clock reported. */
  reported: unknown[];
  start(...workers: Worker[]): Clock;
  add<P>(kind: JobKind<P>, payload: P, inMs?: number): void;
  rows(): Job[];
  states(): string[];
}

/** Prepares a new outbox for each test of the file. */
export function prepareTestOutbox(): TestOutbox {
  const clocks: Clock[] = [];
  let site: TestSite | undefined;
  const test: TestOutbox = {
    get site() {
      if (!site) throw new Error('The test has not begun.');
      return site;
    },
    reported: [],
    start(...workers) {
      const clock = startClock(test.site.db, workers, { report: (error) => test.reported.push(error) });
      clocks.push(clock);
      return clock;
    },
    add(kind, payload, inMs = 0) {
      addJob(test.site.db, kind, payload, { now: Date.now(), runAt: Date.now() + inMs });
    },
    rows: () => test.site.db.select().from(jobs).orderBy(jobs.id).all(),
    states: () => test.rows().map(({ state }) => state),
  };
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.UTC(2026, 10, 24) });
    site = openTestSite();
    test.reported.length = 0;
  });
  afterEach(async () => {
    vi.useRealTimers();
    for (const clock of clocks.splice(0)) await clock.stop(0);
    site?.close();
  });
  return test;
}

/** Lets running work continue; the event loop is not under fake timers. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setImmediate(done));
}

/** Creates external work that can be made to fail, and records what it was asked to do. */
export function recordingWork() {
  const sent: { to: string; key: string }[] = [];
  const record = { sent, failure: null as Error | null };
  const work = async ({ to }: Letter, { key }: { key: string }) => {
    sent.push({ to, key });
    if (record.failure) throw record.failure;
  };
  return { record, sends: (kind: JobKind<Letter>) => worksOutside(kind, work) };
}
