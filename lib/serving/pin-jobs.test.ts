import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { jobs, posts } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { leaveFrontPlace, pinPost } from '@/lib/posts/commands/place-on-front';
import { contextAt } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { openRunningJobs, type RunningJobs } from '@/tools/testing/running-jobs';

let running: RunningJobs;
beforeEach(() => {
  running = openRunningJobs();
});
afterEach(async () => {
  await running.close();
  expect(running.failures).toEqual([]);
});

const placeOf = (postId: number) =>
  running.site.db.select().from(posts).where(eq(posts.id, postId)).get()?.frontPlace;

function pinned(forMs: number, postId = buildPost(running.site.db).postId): number {
  const input = { postId, until: Date.now() + forMs };
  requireValue(pinPost(running.site.db, input, contextAt(Date.now())));
  return postId;
}

test('a pin ends at its time, not before', () => {
  running.start();
  const postId = pinned(700);
  vi.advanceTimersByTime(690);
  expect(placeOf(postId)).toBe('pinned');
  vi.advanceTimersByTime(20);
  expect(placeOf(postId)).toBeNull();
});

test('a pin that is made longer ends at the later time', () => {
  running.start();
  const postId = pinned(700);
  pinned(2000, postId);
  vi.advanceTimersByTime(1900);
  expect(placeOf(postId)).toBe('pinned');
  vi.advanceTimersByTime(200);
  expect(placeOf(postId)).toBeNull();
});

test('a pin that was taken back does not end a later one', () => {
  running.start();
  const postId = pinned(700);
  requireValue(leaveFrontPlace(running.site.db, { postId }, contextAt(Date.now())));
  requireValue(pinPost(running.site.db, { postId, until: null }, contextAt(Date.now())));
  vi.advanceTimersByTime(1000);
  expect(placeOf(postId)).toBe('pinned');
});

test('a pin whose job somebody dismissed, and that ended meanwhile, ends at the next start', () => {
  const postId = pinned(700);
  running.site.db.delete(jobs).run();
  vi.setSystemTime(Date.now() + 1000);
  running.start();
  expect(placeOf(postId)).toBeNull();
});
