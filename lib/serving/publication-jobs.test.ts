import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Db, openDatabase } from '@/db/client';
import { jobs, posts } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { addJob } from '@/lib/jobs/add-job';
import type { Clock } from '@/lib/jobs/clock';
import {
  emptyBin,
  type JobRules,
  publishPost as publishPostKind,
  purgeEdges,
  purgePost,
} from '@/lib/jobs/kinds';
import { readPayload } from '@/lib/jobs/payloads';
import { listTroubledJobs } from '@/lib/jobs/troubled-jobs';
import { watchClock } from '@/lib/jobs/watch-clock';
import { binPost, restoreFromBin } from '@/lib/posts/commands/bin-post';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { schedulePost, unschedulePost } from '@/lib/posts/commands/schedule-post';
import { contextAt } from '@/tools/testing/actors';
import { nextDueAt } from '@/tools/testing/due-posts';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { startPublicationJobs } from './publication-jobs';

const HOUR_MS = 60 * 60 * 1000;

let site: TestSite;
let clock: Clock | undefined;
const failures: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.UTC(2026, 10, 24) });
  site = openTestSite();
});

afterEach(async () => {
  vi.useRealTimers();
  await clock?.stop(0);
  clock = undefined;
  site.close();
  expect(failures.splice(0)).toEqual([]);
});

/** The machine has run for as long as its clock says. */
const machineTime = () => ({ now: Date.now(), upMs: Date.now(), boot: 'boot' });

function start(): void {
  const report = (error: unknown) => failures.push(error);
  clock = startPublicationJobs(site.db, { edgePurgeUrls: [], report, time: machineTime() });
}

function schedule({ now, at, db = site.db }: { now: number; at: number; db?: Db }): number {
  const { postId, version } = buildPost(db, { status: 'draft' });
  requireValue(schedulePost(db, { postId, draftVersion: version, at }, contextAt(now)));
  return postId;
}

function statusOf(postId: number): string | undefined {
  return site.db.select().from(posts).where(eq(posts.id, postId)).get()?.status;
}

describe('scheduled posts', () => {
  test('that came due while the process was down are published at its start', () => {
    const postId = schedule({ now: Date.now() - 5000, at: Date.now() - 1000 });
    start();
    expect(statusOf(postId)).toBe('published');
  });

  test('that were scheduled while the process runs appear at their time, not before', () => {
    start();
    const postId = schedule({ now: Date.now(), at: Date.now() + 700 });
    vi.advanceTimersByTime(699);
    expect(statusOf(postId)).toBe('scheduled');
    vi.advanceTimersByTime(10);
    expect(statusOf(postId)).toBe('published');
  });

  test('that another process scheduled are noticed within half a second', () => {
    start();
    vi.advanceTimersByTime(60_001);
    const other = openDatabase(site.db.$client.name);
    const postId = schedule({ now: Date.now() - 5000, at: Date.now() - 1000, db: other });
    other.$client.close();
    vi.advanceTimersByTime(500);
    expect(statusOf(postId)).toBe('published');
  });

  test('are not published by a stopped clock', async () => {
    start();
    await clock?.stop(0);
    const postId = schedule({ now: Date.now() - 5000, at: Date.now() - 1000 });
    vi.advanceTimersByTime(60_000);
    expect(statusOf(postId)).toBe('scheduled');
  });

  test('that cannot be published do not delay the others, and are retried', () => {
    const [broken, sound] = [2000, 1000].map((ago) =>
      schedule({ now: Date.now() - 5000, at: Date.now() - ago }),
    );
    site.db.$client.exec(`CREATE TRIGGER broken BEFORE UPDATE OF status ON posts WHEN NEW.id = ${broken}
      BEGIN SELECT raise(ABORT, 'broken'); END`);
    start();
    expect([broken, sound].map((postId) => statusOf(postId ?? 0))).toEqual(['scheduled', 'published']);
    site.db.$client.exec('DROP TRIGGER broken');
    vi.advanceTimersByTime(1000);
    expect(statusOf(broken ?? 0)).toBe('published');
  });

  test('have one job, which follows their time and is deleted when they are no longer scheduled', () => {
    const now = Date.now();
    const context = contextAt(now);
    const postId = schedule({ now, at: now + 1000 });
    expect(nextDueAt(site.db)).toBe(now + 1000);
    site.db
      .update(posts)
      .set({ scheduledAt: now + 5000 })
      .where(eq(posts.id, postId))
      .run();
    expect(nextDueAt(site.db)).toBe(now + 5000);
    requireValue(binPost(site.db, { postId }, context));
    expect(nextDueAt(site.db)).toBeNull();
    requireValue(restoreFromBin(site.db, { postId }, context));
    expect(nextDueAt(site.db)).toBe(now + 5000);
    // A job that was given up is not left over either.
    site.db.update(jobs).set({ state: 'failed' }).where(eq(jobs.kind, publishPostKind.name)).run();
    requireValue(unschedulePost(site.db, { postId }, context));
    expect(kindsOfJobs()).not.toContain(publishPostKind.name);
  });

  test('that have no job get one at the start; a failed one is left to the operator', () => {
    const [lost, failed] = [1, 2].map(() => schedule({ now: Date.now(), at: Date.now() + 1000 }));
    const jobOf = (postId = 0) => eq(jobs.payload, JSON.stringify({ postId }));
    site.db.delete(jobs).where(jobOf(lost)).run();
    site.db.update(jobs).set({ state: 'failed' }).where(jobOf(failed)).run();
    start();
    vi.advanceTimersByTime(1001);
    expect([lost, failed].map((postId) => statusOf(postId ?? 0))).toEqual(['published', 'scheduled']);
    expect(site.db.select().from(jobs).where(jobOf(failed)).all()).toMatchObject([{ state: 'failed' }]);
  });

  test('keep the pause of their job at a start', () => {
    schedule({ now: Date.now() - 5000, at: Date.now() - 1000 });
    const later = { attempts: 9, runAt: Date.now() + 60_000 };
    site.db.update(jobs).set(later).run();
    start();
    expect(site.db.select().from(jobs).where(eq(jobs.kind, publishPostKind.name)).all()).toMatchObject([
      later,
    ]);
  });

  test('that a wrong clock planned years ahead are published at the next start', () => {
    const postId = schedule({ now: Date.now() - 5000, at: Date.now() - 1000 });
    site.db
      .update(jobs)
      .set({ runAt: Date.now() + 400 * 24 * HOUR_MS })
      .run();
    start();
    vi.advanceTimersByTime(1001);
    expect(statusOf(postId)).toBe('published');
  });

  test('have no job left when published early', () => {
    const now = Date.now();
    const postId = schedule({ now, at: now + 1000 });
    requireValue(publishPost(site.db, { postId, draftVersion: versionOf(postId) }, contextAt(now)));
    expect(nextDueAt(site.db)).toBeNull();
  });
});

describe('the bin', () => {
  const MONTH_AGO_MS = 31 * 24 * 60 * 60 * 1000;
  const bin = (): number => {
    const { postId } = buildPost(site.db);
    requireValue(binPost(site.db, { postId }, contextAt(Date.now() - MONTH_AGO_MS)));
    return postId;
  };
  const jobsOf = ({ name }: JobRules) => site.db.select().from(jobs).where(eq(jobs.kind, name)).all();
  /** Sets the time, since the clock would look thousands of times in an hour. */
  const passHour = () => {
    vi.setSystemTime(Date.now() + HOUR_MS);
    watchClock(site.db, machineTime());
    vi.advanceTimersByTime(500);
  };
  const count = () => site.db.select().from(posts).all().length;

  test('is emptied of posts that were in it for a month, and checked again every hour', () => {
    const postId = bin();
    start();
    expect(statusOf(postId)).toBeUndefined();
    expect(jobsOf(emptyBin)).toMatchObject([
      { state: 'done' },
      { state: 'waiting', runAt: Date.now() + HOUR_MS },
    ]);
  });

  test('is emptied of no more than twenty posts at a time', () => {
    for (let n = 0; n < 21; n += 1) bin();
    start();
    vi.advanceTimersByTime(500);
    expect(count()).toBe(1);
    passHour();
    expect(count()).toBe(0);
  });

  test('is emptied of the others when posts cannot be deleted, and each of those is reported', () => {
    const broken = Array.from({ length: 20 }, bin);
    const sound = [bin(), bin()];
    site.db.$client.exec(`CREATE TRIGGER broken BEFORE DELETE ON posts WHEN OLD.id <= ${broken.at(-1)}
      BEGIN SELECT raise(ABORT, 'broken'); END`);
    start();
    passHour();
    expect(sound.map(statusOf)).toEqual([undefined, undefined]);
    expect(broken.map(statusOf)).toEqual(broken.map(() => 'binned'));
    for (let attempt = 2; attempt <= purgePost.attempts; attempt += 1) passHour();
    const troubled = listTroubledJobs(site.db, Date.now(), 100);
    expect(troubled.map(({ post, trouble, lastError }) => [post?.id, trouble, lastError])).toEqual(
      broken.map((postId) => [postId, 'failed', 'broken']),
    );
    expect(new Set(failures.splice(0).map(String))).toEqual(new Set(['SqliteError: broken']));
  });

  test('keeps a post that was restored before its job was done', () => {
    const postId = bin();
    addJob(site.db, purgePost, { postId }, { now: Date.now() });
    requireValue(restoreFromBin(site.db, { postId }, contextAt(Date.now())));
    start();
    expect(statusOf(postId)).toBe('published');
    expect(jobsOf(purgePost)).toEqual([]);
  });

  test('deletes a post that was restored after a failure and binned again', () => {
    const postId = bin();
    addJob(site.db, purgePost, { postId }, { now: Date.now() });
    site.db.update(jobs).set({ state: 'failed' }).run();
    requireValue(restoreFromBin(site.db, { postId }, contextAt(Date.now())));
    requireValue(binPost(site.db, { postId }, contextAt(1)));
    start();
    expect(statusOf(postId)).toBeUndefined();
  });
});

test('every kind can read the payloads that triggers write', () => {
  schedule({ now: Date.now(), at: Date.now() + 1000 });
  buildPost(site.db);
  const rows = site.db.select().from(jobs).all();
  expect(rows.map(({ kind }) => kind).sort()).toEqual([publishPostKind.name, purgeEdges.name].sort());
  for (const { kind, payload, isMerged } of rows) {
    const known = kind === publishPostKind.name ? publishPostKind : purgeEdges;
    expect(JSON.stringify(readPayload<unknown>(known, { payload }))).toBe(payload);
    expect(isMerged).toBe(known.isMerged);
  }
});

function kindsOfJobs(): string[] {
  return site.db
    .select()
    .from(jobs)
    .all()
    .map(({ kind }) => kind);
}

function versionOf(postId: number): number {
  return site.db.$client
    .prepare('SELECT version FROM drafts WHERE post_id = ?')
    .pluck()
    .get(postId) as number;
}
