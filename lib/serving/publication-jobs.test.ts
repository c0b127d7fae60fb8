import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Db, openDatabase } from '@/db/client';
import { jobs, posts } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { publishPost as publishPostKind, purgeEdges } from '@/lib/jobs/kinds';
import { readPayload } from '@/lib/jobs/payloads';
import { binPost, restoreFromBin } from '@/lib/posts/commands/bin-post';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { schedulePost, unschedulePost } from '@/lib/posts/commands/schedule-post';
import { contextAt } from '@/tools/testing/actors';
import { nextDueAt } from '@/tools/testing/due-posts';
import { buildPost } from '@/tools/testing/factories';
import { openRunningJobs, type RunningJobs } from '@/tools/testing/running-jobs';
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

function schedule({ now, at, db = site.db }: { now: number; at: number; db?: Db }): number {
  const { postId, version } = buildPost(db, { status: 'draft' });
  requireValue(schedulePost(db, { postId, draftVersion: version, at }, contextAt(now)));
  return postId;
}

describe('scheduled posts', () => {
  test('that came due while the process was down are published at its start', () => {
    const postId = schedule({ now: Date.now() - 5000, at: Date.now() - 1000 });
    running.start();
    expect(running.statusOf(postId)).toBe('published');
  });

  test('that were scheduled while the process runs appear at their time, not before', () => {
    running.start();
    const postId = schedule({ now: Date.now(), at: Date.now() + 700 });
    vi.advanceTimersByTime(699);
    expect(running.statusOf(postId)).toBe('scheduled');
    vi.advanceTimersByTime(10);
    expect(running.statusOf(postId)).toBe('published');
  });

  test('that another process scheduled are noticed within half a second', () => {
    running.start();
    vi.advanceTimersByTime(60_001);
    const other = openDatabase(site.db.$client.name);
    const postId = schedule({ now: Date.now() - 5000, at: Date.now() - 1000, db: other });
    other.$client.close();
    vi.advanceTimersByTime(500);
    expect(running.statusOf(postId)).toBe('published');
  });

  test('are not published by a stopped clock', async () => {
    running.start();
    await running.stop();
    const postId = schedule({ now: Date.now() - 5000, at: Date.now() - 1000 });
    vi.advanceTimersByTime(60_000);
    expect(running.statusOf(postId)).toBe('scheduled');
  });

  test('that cannot be published do not delay the others, and are retried', () => {
    const [broken, sound] = [2000, 1000].map((ago) =>
      schedule({ now: Date.now() - 5000, at: Date.now() - ago }),
    );
    site.db.$client.exec(`CREATE TRIGGER broken BEFORE UPDATE OF status ON posts WHEN NEW.id = ${broken}
      BEGIN SELECT raise(ABORT, 'broken'); END`);
    running.start();
    expect([broken, sound].map((postId) => running.statusOf(postId ?? 0))).toEqual([
      'scheduled',
      'published',
    ]);
    site.db.$client.exec('DROP TRIGGER broken');
    vi.advanceTimersByTime(1000);
    expect(running.statusOf(broken ?? 0)).toBe('published');
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
    running.start();
    vi.advanceTimersByTime(1001);
    expect([lost, failed].map((postId) => running.statusOf(postId ?? 0))).toEqual(['published', 'scheduled']);
    expect(site.db.select().from(jobs).where(jobOf(failed)).all()).toMatchObject([{ state: 'failed' }]);
  });

  test('keep the pause of their job at a start', () => {
    schedule({ now: Date.now() - 5000, at: Date.now() - 1000 });
    const later = { attempts: 9, runAt: Date.now() + 60_000 };
    site.db.update(jobs).set(later).run();
    running.start();
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
    running.start();
    vi.advanceTimersByTime(1001);
    expect(running.statusOf(postId)).toBe('published');
  });

  test('have no job left when published early', () => {
    const now = Date.now();
    const postId = schedule({ now, at: now + 1000 });
    requireValue(publishPost(site.db, { postId, draftVersion: versionOf(postId) }, contextAt(now)));
    expect(nextDueAt(site.db)).toBeNull();
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
