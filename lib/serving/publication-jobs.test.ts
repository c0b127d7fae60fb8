import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Db, openDatabase } from '@/db/client';
import { jobs, posts } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import type { Clock } from '@/lib/jobs/clock';
import { emptyBin, publishPost as publishPostKind, purgeEdge, purgeEdges } from '@/lib/jobs/kinds';
import { binPost, restoreFromBin } from '@/lib/posts/commands/bin-post';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { schedulePost, unschedulePost } from '@/lib/posts/commands/schedule-post';
import { contextAt } from '@/tools/testing/actors';
import { nextDueAt } from '@/tools/testing/due-posts';
import { buildPost } from '@/tools/testing/factories';
import { closeServers, serve } from '@/tools/testing/test-server';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { startPublicationJobs } from './publication-jobs';

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
  await closeServers();
  expect(failures.splice(0)).toEqual([]);
});

function start(edgePurgeUrls: string[] = []): void {
  clock = startPublicationJobs(site.db, { edgePurgeUrls, report: (error) => failures.push(error) });
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

  test('have no job left when published early', () => {
    const now = Date.now();
    const postId = schedule({ now, at: now + 1000 });
    requireValue(publishPost(site.db, { postId, draftVersion: versionOf(postId) }, contextAt(now)));
    expect(nextDueAt(site.db)).toBeNull();
  });
});

describe('edges', () => {
  test('are purged at the start, once for each change, and again after a failure', async () => {
    vi.useRealTimers();
    let isFailing = true;
    const edge = await serve((_, response) => {
      response.writeHead(isFailing ? 503 : 200).end();
      isFailing = false;
    });
    start([`${edge.url}/purge`]);
    await expect.poll(() => edge.asked.length, { timeout: 60_000 }).toBe(2);
    await expect.poll(openPurges, { timeout: 60_000 }).toEqual([]);
    // Many changes at once are merged into one purge.
    site.db.transaction(() => {
      for (let count = 0; count < 5; count++) buildPost(site.db);
    });
    await expect.poll(() => edge.asked.length, { timeout: 60_000 }).toBe(3);
    await expect.poll(openPurges, { timeout: 60_000 }).toEqual([]);
    expect(edge.asked).toHaveLength(3);
    expect(edge.asked[0]).toMatchObject({ method: 'PURGE', headers: { 'surrogate-key': 'broadside' } });
  });

  test('are purged separately: one that answers is not asked again because another does not', async () => {
    vi.useRealTimers();
    const sound = await serve((_, response) => void response.end());
    const broken = await serve((_, response) => void response.writeHead(500).end());
    start([sound.url, broken.url]);
    await expect.poll(() => broken.asked.length, { timeout: 60_000 }).toBe(2);
    expect(sound.asked).toHaveLength(1);
    const lastError = site.db
      .select()
      .from(jobs)
      .where(eq(jobs.state, 'waiting'))
      .all()
      .map((job) => job.lastError);
    expect(lastError).toContain(`The edge at ${broken.url} did not purge: it answered 500.`);
  });

  test('that are no longer in the settings are forgotten', () => {
    site.db
      .insert(jobs)
      .values({
        kind: purgeEdge.name,
        payload: { url: 'https://gone.example/' },
        isMerged: true,
        runAt: 0,
        dueAt: 0,
        createdAt: 0,
      })
      .run();
    start();
    return vi.waitFor(() => expect(openPurges()).toEqual([]));
  });

  test('are not purged for changes that readers do not see', () => {
    start();
    expect(openPurges()).toEqual([]);
    buildPost(site.db, { status: 'draft' });
    expect(openPurges()).toEqual([]);
    buildPost(site.db);
    expect(openPurges()).toEqual([purgeEdges.name]);
  });
});

test('posts that were in the bin for a month are deleted, and the bin is checked again every hour', () => {
  const { postId } = buildPost(site.db);
  const binnedAt = Date.now() - 31 * 24 * 60 * 60 * 1000;
  requireValue(binPost(site.db, { postId }, contextAt(binnedAt)));
  start();
  expect(statusOf(postId)).toBeUndefined();
  const next = site.db.select().from(jobs).where(eq(jobs.kind, emptyBin.name)).all();
  expect(next).toMatchObject([{ state: 'done' }, { state: 'waiting', runAt: Date.now() + 60 * 60 * 1000 }]);
});

test('the kinds can read what triggers write', () => {
  schedule({ now: Date.now(), at: Date.now() + 1000 });
  buildPost(site.db);
  const rows = site.db.select().from(jobs).all();
  expect(rows.map(({ kind }) => kind).sort()).toEqual([publishPostKind.name, purgeEdges.name].sort());
  for (const { kind, payload, isMerged } of rows) {
    const known = kind === publishPostKind.name ? publishPostKind : purgeEdges;
    expect(known.payload.parse(payload)).toEqual(payload);
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

/** Returns the kinds of the purges that are not done. */
function openPurges(): string[] {
  const open = site.db
    .select()
    .from(jobs)
    .all()
    .filter(({ state }) => state !== 'done');
  return open.map(({ kind }) => kind).filter((kind) => kind === purgeEdge.name || kind === purgeEdges.name);
}

function versionOf(postId: number): number {
  return site.db.$client
    .prepare('SELECT version FROM drafts WHERE post_id = ?')
    .pluck()
    .get(postId) as number;
}
