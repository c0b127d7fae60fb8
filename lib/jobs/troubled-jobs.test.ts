import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobs } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { publishDuePost } from '@/lib/posts/commands/publish-due';
import { schedulePost, unschedulePost } from '@/lib/posts/commands/schedule-post';
import { contextAt } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { addJob } from './add-job';
import { publishPost, purgeEdge } from './kinds';
import { dismissJob, retryJob } from './retry-job';
import { listTroubledJobs } from './troubled-jobs';

const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 10, 27);
const context = contextAt(NOW, 1);
const URL = 'https://edge.example/purge';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const listed = () => listTroubledJobs(site.db, NOW, 10);
const rows = () => site.db.select().from(jobs).all();
const addPurge = (now: number, url = URL) => addJob(site.db, purgeEdge, { url }, { now });
function addFailed(): number {
  addPurge(NOW - 5 * MINUTE_MS);
  site.db.update(jobs).set({ state: 'failed', attempts: 36, lastError: 'No answer.' }).run();
  return rows()[0]?.id ?? 0;
}

test('only jobs that failed or have waited for ten minutes are listed, failed ones first', () => {
  addPurge(NOW - 11 * MINUTE_MS, 'https://late.example/');
  addPurge(NOW - 9 * MINUTE_MS, 'https://fresh.example/');
  addPurge(NOW, 'https://failed.example/');
  addPurge(NOW - 60 * MINUTE_MS, 'https://done.example/');
  const state = (url: string, to: string) =>
    site.db.$client.prepare('UPDATE jobs SET state = ? WHERE payload = ?').run(to, JSON.stringify({ url }));
  state('https://failed.example/', 'failed');
  state('https://done.example/', 'done');
  expect(listed().map(({ url, trouble }) => [url, trouble])).toEqual([
    ['https://failed.example/', 'failed'],
    ['https://late.example/', 'late'],
  ]);
  expect(listTroubledJobs(site.db, NOW, 1)).toHaveLength(1);
});

test('a post that did not appear at its time is named', () => {
  const { postId, version } = buildPost(site.db, { headline: 'Out at the hour', status: 'draft' });
  const [scheduledAt, at] = [NOW - 60 * MINUTE_MS, NOW - 30 * MINUTE_MS];
  requireValue(schedulePost(site.db, { postId, draftVersion: version, at }, contextAt(scheduledAt)));
  expect(listed()).toMatchObject([
    { post: { id: postId, headline: 'Out at the hour' }, url: null, dueAt: at },
  ]);
});

test('a failed job that is retried is waiting again, with all its attempts', () => {
  const id = addFailed();
  requireValue(retryJob(site.db, { id }, context));
  expect(rows()).toMatchObject([{ id, state: 'waiting', attempts: 0, runAt: NOW, lastError: 'No answer.' }]);
});

test('a job that waits for its next attempt can be retried immediately', () => {
  addPurge(NOW);
  site.db
    .update(jobs)
    .set({ runAt: NOW + 60 * MINUTE_MS, attempts: 9 })
    .run();
  requireValue(retryJob(site.db, { id: rows()[0]?.id ?? 0 }, context));
  expect(rows()).toMatchObject([{ state: 'waiting', attempts: 0, runAt: NOW }]);
});

test('a job that is not due yet cannot be retried, so that a post does not miss its time', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  const at = NOW + 60 * MINUTE_MS;
  requireValue(schedulePost(site.db, { postId, draftVersion: version, at }, contextAt(NOW)));
  const before = rows();
  requireValue(retryJob(site.db, { id: before.at(-1)?.id ?? 0 }, context));
  expect(rows()).toEqual(before);
  expect(() => publishDuePost(site.db, postId, NOW)).toThrow('not due');
});

test('a failed job that is retried while an equal one waits is merged with it', () => {
  const id = addFailed();
  addPurge(NOW + MINUTE_MS);
  const key = rows()[1]?.key;
  requireValue(retryJob(site.db, { id }, context));
  expect(rows()).toMatchObject([{ id, state: 'waiting', runAt: NOW, key }]);
});

test.each(['running', 'done'] as const)('a job that is %s is neither retried nor dismissed', (state) => {
  const id = addFailed();
  site.db.update(jobs).set({ state }).run();
  requireValue(retryJob(site.db, { id }, context));
  requireValue(dismissJob(site.db, { id }, context));
  expect(rows()).toMatchObject([{ state, attempts: 36 }]);
});

test('a failed job that is dismissed is deleted, and a waiting one cannot be dismissed', () => {
  const id = addFailed();
  addPurge(NOW);
  const waiting = rows()[1];
  requireValue(dismissJob(site.db, { id }, context));
  requireValue(dismissJob(site.db, { id: waiting?.id ?? 0 }, context));
  expect(rows()).toEqual([waiting]);
});

test('a failed publication is not dismissed: it goes when its post is no longer scheduled', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  requireValue(schedulePost(site.db, { postId, draftVersion: version, at: NOW }, contextAt(1)));
  site.db.update(jobs).set({ state: 'failed' }).where(eq(jobs.kind, publishPost.name)).run();
  const [job] = listed();
  expect(job).toMatchObject({ trouble: 'failed', mayRetry: true, mayDismiss: false });
  requireValue(dismissJob(site.db, { id: job?.id ?? 0 }, context));
  expect(listed()).toHaveLength(1);
  requireValue(unschedulePost(site.db, { postId }, context));
  expect(listed()).toEqual([]);
});

test('a failed publication of a post that is not scheduled can be dismissed', () => {
  const { postId } = buildPost(site.db, { status: 'draft' });
  addJob(site.db, publishPost, { postId }, { now: 1 });
  site.db.update(jobs).set({ state: 'failed' }).where(eq(jobs.kind, publishPost.name)).run();
  const [job] = listed();
  expect(job).toMatchObject({ mayDismiss: true });
  requireValue(dismissJob(site.db, { id: job?.id ?? 0 }, context));
  expect(listed()).toEqual([]);
});

test.each(['{', '{"url":7}', '[]'])(
  'a failed job with the payload %s is listed and can be dismissed',
  (payload) => {
    const id = addFailed();
    site.db.update(jobs).set({ payload }).run();
    expect(listed()).toMatchObject([{ id, trouble: 'failed', mayDismiss: true, url: null, post: null }]);
    requireValue(retryJob(site.db, { id }, context));
    expect(rows()).toMatchObject([{ state: 'waiting' }]);
    site.db.update(jobs).set({ state: 'failed' }).run();
    requireValue(dismissJob(site.db, { id }, context));
    expect(rows()).toEqual([]);
  },
);

test('a job in a state of another version is listed, and can be tried again or dismissed', () => {
  const id = addFailed();
  const pause = () => site.db.$client.exec("UPDATE jobs SET state = 'paused'");
  pause();
  expect(listed()).toMatchObject([{ id, trouble: 'unknown', mayRetry: true, mayDismiss: true }]);
  requireValue(retryJob(site.db, { id }, context));
  expect(rows()).toMatchObject([{ state: 'waiting', runAt: NOW }]);
  pause();
  requireValue(dismissJob(site.db, { id }, context));
  expect(rows()).toEqual([]);
});

test('a late job of a kind of another version is listed, and can only be dismissed', () => {
  const id = addFailed();
  site.db.update(jobs).set({ kind: 'fromTheFuture', state: 'waiting', dueAt: 1 }).run();
  expect(listed()).toMatchObject([{ id, trouble: 'unknown', mayRetry: false, mayDismiss: true }]);
  const before = rows();
  requireValue(retryJob(site.db, { id }, context));
  expect(rows()).toEqual(before);
  requireValue(dismissJob(site.db, { id }, context));
  expect(rows()).toEqual([]);
});
