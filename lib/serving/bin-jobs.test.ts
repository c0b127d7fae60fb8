import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { jobs, posts } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { addJob } from '@/lib/jobs/add-job';
import { emptyBin, type JobRules, purgePost } from '@/lib/jobs/kinds';
import { listTroubledJobs } from '@/lib/jobs/troubled-jobs';
import { watchClock } from '@/lib/jobs/watch-clock';
import { binPost, restoreFromBin } from '@/lib/posts/commands/bin-post';
import { contextAt } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { machineTime, openRunningJobs, type RunningJobs } from '@/tools/testing/running-jobs';
import type { TestSite } from '@/tools/testing/test-site';

const HOUR_MS = 60 * 60 * 1000;

let running: RunningJobs;
let site: TestSite;
beforeEach(() => {
  running = openRunningJobs();
  site = running.site;
});

afterEach(async () => {
  await running.close();
  expect(running.failures).toEqual([]);
});

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

test('the bin is emptied of posts that were in it for a month, and checked again every hour', () => {
  const postId = bin();
  running.start();
  expect(running.statusOf(postId)).toBeUndefined();
  expect(jobsOf(emptyBin)).toMatchObject([
    { state: 'done' },
    { state: 'waiting', runAt: Date.now() + HOUR_MS },
  ]);
});

test('the bin is emptied of no more than twenty posts at a time', () => {
  for (let n = 0; n < 21; n += 1) bin();
  running.start();
  vi.advanceTimersByTime(500);
  expect(count()).toBe(1);
  passHour();
  expect(count()).toBe(0);
});

test('the bin is emptied of the others when posts cannot be deleted, and each of those is reported', () => {
  const broken = Array.from({ length: 20 }, bin);
  const sound = [bin(), bin()];
  site.db.$client.exec(`CREATE TRIGGER broken BEFORE DELETE ON posts WHEN OLD.id <= ${broken.at(-1)}
    BEGIN SELECT raise(ABORT, 'broken'); END`);
  running.start();
  passHour();
  expect(sound.map(running.statusOf)).toEqual([undefined, undefined]);
  expect(broken.map(running.statusOf)).toEqual(broken.map(() => 'binned'));
  for (let attempt = 2; attempt <= purgePost.attempts; attempt += 1) passHour();
  const troubled = listTroubledJobs(site.db, Date.now(), 100);
  expect(troubled.map(({ post, trouble, lastError }) => [post?.id, trouble, lastError])).toEqual(
    broken.map((postId) => [postId, 'failed', 'broken']),
  );
  expect(new Set(running.failures.splice(0).map(String))).toEqual(new Set(['SqliteError: broken']));
});

test('the bin keeps a post that was restored before its job was done', () => {
  const postId = bin();
  addJob(site.db, purgePost, { postId }, { now: Date.now() });
  requireValue(restoreFromBin(site.db, { postId }, contextAt(Date.now())));
  running.start();
  expect(running.statusOf(postId)).toBe('published');
  expect(jobsOf(purgePost)).toEqual([]);
});

test('the bin deletes a post that was restored after a failure and binned again', () => {
  const postId = bin();
  addJob(site.db, purgePost, { postId }, { now: Date.now() });
  site.db.update(jobs).set({ state: 'failed' }).run();
  requireValue(restoreFromBin(site.db, { postId }, contextAt(Date.now())));
  requireValue(binPost(site.db, { postId }, contextAt(1)));
  running.start();
  expect(running.statusOf(postId)).toBeUndefined();
});
