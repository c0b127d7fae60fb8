import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Db, migrate, openDatabase } from '@/db/client';
import { posts } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { schedulePost } from '@/lib/posts/commands/schedule-post';
import { buildPost } from '@/tools/testing/factories';
import type { Clock } from './clock';
import { startPublicationJobs } from './publication-jobs';

let folder: string;
let db: Db;
let clock: Clock;
const failures: unknown[] = [];
const report = (error: unknown) => failures.push(error);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.UTC(2026, 10, 24) });
  folder = mkdtempSync(join(tmpdir(), 'broadside-schedule-'));
  db = openDatabase(join(folder, 'broadside.db'));
  migrate(db);
});

afterEach(async () => {
  await clock.stop(0);
  vi.useRealTimers();
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
  expect(failures).toEqual([]);
});

test('what came due while the process was down is published at its start', () => {
  const postId = schedule({ now: Date.now() - 5000, at: Date.now() - 1000 });
  clock = startPublicationJobs(db, { edgePurgeUrls: [], report });
  expect(statusOf(postId)).toBe('published');
});

test('a post scheduled while the process runs appears at its time, not before', () => {
  clock = startPublicationJobs(db, { edgePurgeUrls: [], report });
  const postId = schedule({ now: Date.now(), at: Date.now() + 700 });
  vi.advanceTimersByTime(699);
  expect(statusOf(postId)).toBe('scheduled');
  vi.advanceTimersByTime(10);
  expect(statusOf(postId)).toBe('published');
});

test('a schedule that another process made is noticed within half a second', () => {
  clock = startPublicationJobs(db, { edgePurgeUrls: [], report });
  vi.advanceTimersByTime(60_001);
  const postId = schedule({ now: Date.now() - 5000, at: Date.now() - 1000 });
  vi.advanceTimersByTime(500);
  expect(statusOf(postId)).toBe('published');
});

test('a clock that was stopped publishes nothing', async () => {
  clock = startPublicationJobs(db, { edgePurgeUrls: [], report });
  await clock.stop(0);
  const postId = schedule({ now: Date.now() - 5000, at: Date.now() - 1000 });
  vi.advanceTimersByTime(60_000);
  expect(statusOf(postId)).toBe('scheduled');
});

function schedule({ now, at }: { now: number; at: number }): number {
  const { postId, version } = buildPost(db, { status: 'draft' });
  requireValue(schedulePost(db, { postId, draftVersion: version, at }, { userId: null, now }));
  return postId;
}

function statusOf(postId: number): string | undefined {
  return db.select().from(posts).where(eq(posts.id, postId)).get()?.status;
}
