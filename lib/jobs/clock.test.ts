import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { jobs } from '@/db/schema';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { addJob } from './add-job';
import { type Clock, startClock } from './clock';
import type { Job } from './job-rows';
import type { JobKind } from './kinds';
import { type Worker, worksOutside, worksWithin } from './workers';

const DAY_MS = 24 * 60 * 60 * 1000;
const payload = z.object({ to: z.string() });
const letter: JobKind<{ to: string }> = {
  name: 'letter',
  payload,
  isMerged: false,
  attempts: 4,
  firstPauseMs: 1000,
  longestPauseMs: 3000,
};
const merged: JobKind<{ to: string }> = { ...letter, name: 'merged', isMerged: true };
const hourly: JobKind<{ to: string }> = { ...merged, name: 'hourly', everyMs: 3_600_000 };

let site: TestSite;
let clock: Clock | undefined;
let reported: unknown[];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.UTC(2026, 10, 24) });
  site = openTestSite();
  reported = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await clock?.stop(0);
  clock = undefined;
  site.close();
});

const start = (...workers: Worker[]) => {
  clock = startClock(site.db, workers, { report: (error) => reported.push(error) });
  return clock;
};
const add = <P>(kind: JobKind<P>, what: P, inMs = 0) =>
  addJob(site.db, kind, what, { now: Date.now(), runAt: Date.now() + inMs });
const rows = (): Job[] => site.db.select().from(jobs).all();
const states = () => rows().map(({ state }) => state);
/** Lets running work continue; the event loop is not under fake timers. */
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setImmediate(done));
};

/** Creates work that can be made to fail, and records what it was asked to do. */
function postman() {
  const sent: { to: string; key: string }[] = [];
  const man = { sent, failure: null as Error | null };
  const work = async (job: { to: string }, { key }: { key: string }) => {
    sent.push({ to: job.to, key });
    if (man.failure) throw man.failure;
  };
  return { man, sends: (kind: JobKind<{ to: string }>) => worksOutside(kind, work) };
}

test('a job is done when it is due, not before, and never again', async () => {
  const { man, sends } = postman();
  add(letter, { to: 'Dara' }, 700);
  start(sends(letter));
  vi.advanceTimersByTime(699);
  await settle();
  expect(man.sent).toEqual([]);
  vi.advanceTimersByTime(10);
  await settle();
  expect(man.sent).toMatchObject([{ to: 'Dara' }]);
  expect(rows()).toMatchObject([{ state: 'done', attempts: 1, lastError: null, doneAt: Date.now() }]);
  vi.advanceTimersByTime(60_000);
  await settle();
  expect(man.sent).toHaveLength(1);
});

test('a job from a transaction that is rolled back is never done', async () => {
  const { man, sends } = postman();
  const roll = () =>
    site.db.transaction((tx) => {
      addJob(tx, letter, { to: 'Dara' }, { now: Date.now() });
      throw new Error('no');
    });
  expect(roll).toThrow('no');
  start(sends(letter));
  await settle();
  expect(man.sent).toEqual([]);
});

describe('a job that fails', () => {
  test('is retried with the same key, after pauses that double up to the longest, and then kept as failed', async () => {
    const { man, sends } = postman();
    man.failure = new Error('Nobody at home.');
    add(letter, { to: 'Dara' });
    start(sends(letter));
    const pauses: number[] = [];
    await settle();
    while (rows()[0]?.state === 'waiting') {
      const pauseMs = (rows()[0]?.runAt ?? 0) - Date.now();
      pauses.push(pauseMs);
      vi.advanceTimersByTime(pauseMs + 1);
      await settle();
    }
    expect(pauses).toEqual([1000, 2000, 3000]);
    expect(rows()).toMatchObject([{ state: 'failed', attempts: 4, lastError: 'Nobody at home.' }]);
    expect(new Set(man.sent.map(({ key }) => key)).size).toBe(1);
    expect(reported, 'the third and the last').toEqual([man.failure, man.failure]);
  });

  test('rolls back its own changes to the database', () => {
    add(letter, { to: 'Dara' });
    start(
      worksWithin(letter, (db) => {
        db.$client.exec("UPDATE site SET name = '{}'");
        throw new Error('a bug');
      }),
    );
    expect(site.db.$client.prepare('SELECT name FROM site').pluck().get()).not.toBe('{}');
    expect(rows().filter(({ kind }) => kind === 'letter')).toMatchObject([
      { state: 'waiting', attempts: 1, lastError: 'a bug' },
    ]);
  });

  test('does not keep others from being done', async () => {
    const done: string[] = [];
    for (const to of ['Nobody', 'Dara']) add(letter, { to });
    start(
      worksWithin(letter, (_, { to }) => {
        if (to === 'Nobody') throw new Error('no');
        done.push(to);
      }),
    );
    expect(done).toEqual(['Dara']);
  });

  test('because its kind rejects the payload records what is wrong with it', () => {
    add(letter, { to: 'Dara' });
    site.db
      .update(jobs)
      .set({ payload: { from: 'Dara' } })
      .run();
    start(worksWithin(letter, () => undefined));
    expect(rows()).toMatchObject([{ state: 'waiting', lastError: expect.stringContaining('to') }]);
  });
});

describe('equal jobs', () => {
  test('of a merged kind become one, due when the first of them is', () => {
    add(merged, { to: 'Dara' }, 5000);
    add(merged, { to: 'Dara' }, 9000);
    add(merged, { to: 'Dara' }, 1000);
    add(merged, { to: 'Sok' });
    expect(rows()).toMatchObject([{ runAt: Date.now() + 1000 }, { payload: { to: 'Sok' } }]);
  });

  test('of another kind stay two', () => {
    add(letter, { to: 'Dara' });
    add(letter, { to: 'Dara' });
    expect(rows()).toHaveLength(2);
    expect(new Set(rows().map(({ key }) => key)).size).toBe(2);
  });

  test('added while one is running are done after it, once', async () => {
    const ends: (() => void)[] = [];
    add(merged, { to: 'Dara' });
    start(worksOutside(merged, () => new Promise<void>((done) => ends.push(done))));
    add(merged, { to: 'Dara' });
    add(merged, { to: 'Dara' });
    vi.advanceTimersByTime(2000);
    expect(states()).toEqual(['running', 'waiting']);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await settle();
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await settle();
    expect(states()).toEqual(['done', 'done']);
  });

  test('are served by the next attempt of the one that failed meanwhile', async () => {
    const { man, sends } = postman();
    man.failure = new Error('Nobody at home.');
    add(merged, { to: 'Dara' });
    start(sends(merged));
    add(merged, { to: 'Dara' });
    await settle();
    expect(rows()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
  });

  test('that failed are forgotten when one succeeds', async () => {
    const { man, sends } = postman();
    add(merged, { to: 'Dara' });
    site.db.update(jobs).set({ state: 'failed' }).run();
    add(merged, { to: 'Dara' });
    start(sends(merged));
    await settle();
    expect(man.sent).toHaveLength(1);
    expect(states()).toEqual(['done']);
  });
});

test('a repeating job is planned again when it is done', () => {
  add(hourly, { to: 'all' });
  start(worksWithin(hourly, () => undefined));
  expect(rows()).toMatchObject([{ state: 'done' }, { state: 'waiting', runAt: Date.now() + 3_600_000 }]);
});

test('done jobs are kept for a week', () => {
  const begin = Date.now();
  start(worksWithin(letter, () => undefined));
  for (const day of [0, 6.5, 8]) {
    vi.setSystemTime(begin + day * DAY_MS);
    add(letter, { to: `day ${day}` });
    vi.advanceTimersByTime(500);
  }
  expect(rows().map(({ payload: about }) => about)).toEqual([{ to: 'day 6.5' }, { to: 'day 8' }]);
});

test('a job of an unknown kind stays, for a program that knows it', async () => {
  add({ ...letter, name: 'unknown' }, { to: 'Dara' });
  start(worksWithin(letter, () => undefined));
  vi.advanceTimersByTime(2000);
  expect(states()).toEqual(['waiting']);
  expect(reported).toEqual([]);
});

test('no more than eight external jobs run at a time, and internal work does not wait for them', () => {
  for (let count = 0; count < 10; count++) add(merged, { to: `reader ${count}` });
  add(letter, { to: 'Dara' });
  const done: string[] = [];
  start(
    worksOutside(merged, () => new Promise<void>(() => undefined)),
    worksWithin(letter, (_, { to }) => void done.push(to)),
  );
  expect(states().filter((state) => state === 'running')).toHaveLength(8);
  expect(done).toEqual(['Dara']);
});

describe('when stopping', () => {
  beforeEach(() => void vi.useRealTimers());

  test('running work finishes, and nothing new starts', async () => {
    const { man, sends } = postman();
    add(merged, { to: 'Dara' });
    const slow = worksOutside(merged, async () => void (await pause(50)));
    const started = start(slow, sends(letter));
    add(letter, { to: 'Sok' });
    await started.stop(60_000);
    expect(states()).toEqual(['done', 'waiting']);
    expect(man.sent).toEqual([]);
  });

  test('work that takes too long is reported, stays, and is done at the next start even if an equal job was added', async () => {
    let told: unknown;
    const hung = worksOutside(merged, (_, { signal }) => {
      signal.addEventListener('abort', () => {
        told = signal.reason;
      });
      return new Promise<void>(() => undefined);
    });
    add(merged, { to: 'Dara' });
    await start(hung).stop(1);
    expect(told).toBeInstanceOf(Error);
    expect(states()).toEqual(['running']);
    add(merged, { to: 'Dara' });
    const { man, sends } = postman();
    start(sends(merged));
    await expect.poll(states).toEqual(['done']);
    expect(man.sent).toHaveLength(1);
  });

  test('a job is given up when the program died at it as often as it may fail', () => {
    add(letter, { to: 'Dara' });
    site.db.update(jobs).set({ state: 'running', attempts: 4 }).run();
    const { man, sends } = postman();
    start(sends(letter));
    expect(man.sent).toEqual([]);
    expect(rows()).toMatchObject([{ state: 'failed', lastError: 'The server ended before this was done.' }]);
  });
});

test('a database that cannot be written does not count as a failure of the job', async () => {
  const { man, sends } = postman();
  add(letter, { to: 'Dara' });
  site.db.$client.pragma('query_only = ON');
  start(sends(letter));
  await settle();
  expect(reported).toHaveLength(1);
  site.db.$client.pragma('query_only = OFF');
  vi.advanceTimersByTime(500);
  await settle();
  expect(man.sent).toHaveLength(1);
  expect(rows()).toMatchObject([{ state: 'done', attempts: 1 }]);
});

test('a job whose end could not be recorded is done again', async () => {
  const { man, sends } = postman();
  add(letter, { to: 'Dara' });
  start(sends(letter));
  site.db.$client.pragma('query_only = ON');
  await settle();
  expect(man.sent).toHaveLength(1);
  site.db.$client.pragma('query_only = OFF');
  vi.advanceTimersByTime(1000);
  await settle();
  expect(new Set(man.sent.map(({ key }) => key)).size).toBe(1);
  expect(man.sent).toHaveLength(2);
  expect(states()).toEqual(['done']);
});
