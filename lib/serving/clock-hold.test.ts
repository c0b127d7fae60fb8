import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { posts, restorePoints } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import type { Clock } from '@/lib/jobs/clock';
import { findClockNotice } from '@/lib/jobs/clock-notice';
import { confirmClock } from '@/lib/jobs/confirm-clock';
import type { MachineTime } from '@/lib/jobs/machine-time';
import { watchClock } from '@/lib/jobs/watch-clock';
import { binPost } from '@/lib/posts/commands/bin-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { schedulePost } from '@/lib/posts/commands/schedule-post';
import { emptyWriting } from '@/lib/posts/fields';
import { contextAt } from '@/tools/testing/actors';

import { bodyOf, buildPost } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { startPublicationJobs } from './publication-jobs';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 1);

let site: TestSite;
let clock: Clock | undefined;
/** How long the machine has run. */
let upMs: number;
let boot: string;
let userId: number;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: START });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  site = openTestSite();
  userId = buildUser(site.db);
  upMs = HOUR;
  boot = 'first';
});
afterEach(async () => {
  vi.useRealTimers();
  await clock?.stop(0);
  clock = undefined;
  site.close();
  vi.restoreAllMocks();
});

const time = (): MachineTime => ({ now: Date.now(), upMs, boot });
const statusOf = (postId: number) =>
  site.db.select({ status: posts.status }).from(posts).where(eq(posts.id, postId)).get()?.status;
const context = () => contextAt(Date.now(), userId);

function start() {
  const report = (error: unknown) => {
    throw error;
  };
  clock = startPublicationJobs(site.db, { edgePurgeUrls: [], report, time: time() });
}

/** Lets time pass as it should. The clock of jobs would look thousands of times in an hour, so it looks once. */
function pass(ms: number) {
  for (let left = ms; left > 0; left -= HOUR) {
    const step = Math.min(left, HOUR);
    vi.setSystemTime(Date.now() + step);
    upMs += step;
    watchClock(site.db, time());
    vi.advanceTimersByTime(500);
    upMs += 500;
  }
}

/** Someone sets the clock; the timers go on as if nothing were. */
function jump(ms: number) {
  vi.setSystemTime(Date.now() + ms);
  vi.advanceTimersByTime(2000);
  upMs += 2000;
  watchClock(site.db, time());
  vi.advanceTimersByTime(2000);
  upMs += 2000;
}

function schedule(at: number): number {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  requireValue(schedulePost(site.db, { postId, draftVersion: version, at }, context()));
  return postId;
}

function binned(): number {
  const { postId } = buildPost(site.db);
  requireValue(binPost(site.db, { postId }, context()));
  return postId;
}

test('a jump publishes nothing and purges nothing for a day, and the desk says so', () => {
  const [scheduled, old] = [schedule(START + 10 * DAY), binned()];
  start();
  pass(2 * HOUR);
  jump(40 * DAY);
  pass(2 * HOUR);
  expect([statusOf(scheduled), statusOf(old)]).toEqual(['scheduled', 'binned']);
  expect(findClockNotice(site.db, Date.now(), 5)).toMatchObject({ kind: 'jump', held: [{ id: scheduled }] });
  expect(console.warn).toHaveBeenCalledWith(
    expect.stringContaining('The clock of this machine was set from'),
  );
  pass(DAY);
  expect(findClockNotice(site.db, Date.now(), 5)).toBeNull();
  expect([statusOf(scheduled), statusOf(old)]).toEqual(['published', undefined]);
});

test('what waits is done as soon as the owner confirms the clock', () => {
  const scheduled = schedule(START + 10 * DAY);
  start();
  pass(HOUR);
  jump(40 * DAY);
  expect(statusOf(scheduled)).toBe('scheduled');
  requireValue(confirmClock(site.db, {}, context()));
  vi.advanceTimersByTime(1000);
  expect(statusOf(scheduled)).toBe('published');
  expect(findClockNotice(site.db, Date.now(), 5)).toBeNull();
  expect(requireValue(confirmClock(site.db, {}, context()))).toEqual({});
});

test('a clock that is set right again publishes nothing too early', () => {
  const scheduled = schedule(START + 10 * DAY);
  start();
  pass(HOUR);
  jump(40 * DAY);
  pass(HOUR);
  jump(-40 * DAY);
  expect(findClockNotice(site.db, Date.now(), 5)).toBeNull();
  expect(statusOf(scheduled)).toBe('scheduled');
  pass(8 * DAY);
  expect(statusOf(scheduled)).toBe('scheduled');
  pass(2 * DAY);
  expect(statusOf(scheduled)).toBe('published');
});

test('posts that are due after a jump are published at their time', () => {
  start();
  jump(40 * DAY);
  const scheduled = schedule(Date.now() + HOUR);
  pass(2 * HOUR);
  expect(statusOf(scheduled)).toBe('published');
});

test('after a long stop, posts are published at the start, and the bin is emptied a day later', () => {
  const [scheduled, old] = [schedule(START + 10 * DAY), binned()];
  watchClock(site.db, time());
  vi.setSystemTime(START + 40 * DAY);
  boot = 'second';
  start();
  expect(statusOf(scheduled)).toBe('published');
  expect(findClockNotice(site.db, Date.now(), 5)).toMatchObject({ kind: 'stop', held: [] });
  pass(22 * HOUR);
  expect(statusOf(old)).toBe('binned');
  pass(4 * HOUR);
  expect(statusOf(old)).toBeUndefined();
});

test('earlier versions are not thinned while the clock may be wrong', () => {
  const { postId } = buildPost(site.db, { status: 'draft', text: 'At first. '.repeat(50) });
  let version = 2;
  const save = (text: string) => {
    const writing = { ...emptyWriting(), headline: 'A post', body: bodyOf(text) };
    version = requireValue(saveDraft(site.db, { postId, version, writing }, context())).version;
  };
  const points = () => site.db.select().from(restorePoints).all().length;
  watchClock(site.db, time());
  for (let made = 0; made < 6; made++) {
    pass(11 * 60_000);
    save(`Version ${made}. `.repeat(60));
  }
  const kept = points();
  expect(kept).toBeGreaterThan(3);
  vi.setSystemTime(Date.now() + 200 * DAY);
  save('After the jump. '.repeat(60));
  expect(points()).toBe(kept + 1);
  watchClock(site.db, time());
  requireValue(confirmClock(site.db, {}, context()));
  vi.setSystemTime(Date.now() + 60_000);
  save('And now? '.repeat(90));
  vi.setSystemTime(Date.now() + 60_000);
  save('And now. '.repeat(30));
  expect(points()).toBeLessThan(kept);
});
