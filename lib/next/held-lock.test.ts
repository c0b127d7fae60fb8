import BetterSqlite, { SqliteError } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { neverWait } from '@/db/client';
import { media, sessions } from '@/db/schema';
import { findSessionUser, openSession } from '@/lib/accounts/sessions';
import { requireSignIn } from '@/lib/accounts/sign-in';
import { requireValue } from '@/lib/errors';
import { findDraft } from '@/lib/posts/admin-queries';
import { keepDraft } from '@/lib/posts/commands/name-restore-point';
import { emptyWriting } from '@/lib/posts/fields';
import { listPosts } from '@/lib/posts/list-posts';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { contextAt } from '@/tools/testing/actors';
import { adminActions, adminHandlers } from '@/tools/testing/admin-exports';
import { browser } from '@/tools/testing/author-requests';
import { mediaRow } from '@/tools/testing/command-table';
import { buildPost, buildSeries } from '@/tools/testing/factories';
import { holdLock } from '@/tools/testing/lock-holder';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

vi.mock('next/headers', async () => (await import('@/tools/testing/author-requests')).nextHeaders());
vi.mock('next/navigation', async () => (await import('@/tools/testing/author-requests')).nextNavigation());
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
vi.mock('./auth', async () => (await import('@/tools/testing/author-requests')).nextAuth());
vi.mock('./database', () => ({ database: () => site.db }));

/*
 * The server never waits for a lock with SQLite's own wait, which would stop every reader. So each write of the admin
 * must wait in `whenFree`: these tests try all of them while the lock is held.
 */

const ORIGIN = 'http://localhost:3000';
const DAY_MS = 24 * 60 * 60 * 1000;

let site: TestSite;
let other: BetterSqlite.Database;
let userId: number;
beforeEach(() => {
  shareSettings(parseEnvironment({ SITE_URL: ORIGIN, DATA_DIR: '/nowhere' }));
  site = openTestSite();
  userId = buildUser(site.db, { role: 'owner' });
  buildPost(site.db, { status: 'draft' });
  buildSeries(site.db);
  site.db.insert(media).values(mediaRow('one')).run();
  requireValue(keepDraft(site.db, { postId: 1, draftVersion: 2, name: 'First' }, contextAt(1, userId)));
  browser.token = openSession(site.db, { userId, userAgent: '' }, Date.now());
  neverWait(site.db);
  other = new BetterSqlite(site.db.$client.name);
});
afterEach(() => {
  other.close();
  site.close();
});

/** Does something while another connection holds the lock and soon gives it back. */
async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  other.exec('BEGIN IMMEDIATE');
  const release = setTimeout(() => other.exec('COMMIT'), 20);
  try {
    return await work();
  } finally {
    clearTimeout(release);
    if (other.inTransaction) other.exec('COMMIT');
  }
}

const WORDS = { alt: 'A bridge', caption: '', credit: '' };
const FIELDS = {
  ...{ postId: 1, draftVersion: 2, id: '1', viewId: 1, seriesId: 1, mediaId: 'one', restorePointId: 1 },
  ...{ name: 'Bridges', 'name.en': 'Bridges', slug: 'bridges', note: 'A note', query: '', tokenHash: '' },
  ...{ days: 7, by: 1, part: 1, at: Date.UTC(2200, 0, 1), publishedAt: 5, translationOfPostId: null },
  ...{ language: 'km', biography: {}, ...WORDS, words: WORDS, before: WORDS, writing: emptyWriting() },
  ...{ text: { kind: 'restorePoint', id: 1 }, target: { postIds: [1] }, action: { kind: 'bin' } },
  ...{
    changes: [{ kind: 'bin', postIds: [1] }],
    present: 'the same as ever',
    passphrase: 'another one, long',
  },
};

test.each(await adminActions())('%s waits for the lock', async (_path, action) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(FIELDS)) form.set(name, String(value));
  for (const input of [FIELDS, { ...FIELDS, name: { en: 'Bridges' } }, form]) {
    const answer = await whileHeld(() => action(input).catch((error: unknown) => error));
    expect(answer).not.toBeInstanceOf(SqliteError);
    expect(answer).not.toMatchObject({ key: 'databaseBusy' });
  }
});

test('a save that another process holds up is stored when that process is done', async () => {
  const handler = new Map(await adminHandlers()).get('app/(admin)/admin/posts/[id]/draft/route.ts PUT');
  const body = JSON.stringify({
    version: 2,
    mark: { line: 'a'.repeat(21), sequence: 1 },
    writing: { ...emptyWriting(), headline: 'Held up' },
  });
  const request = new Request(`${ORIGIN}/x`, { method: 'PUT', headers: { origin: ORIGIN }, body });
  const holder = await holdLock(site.db.$client.name);
  const answer = handler?.(request, { params: Promise.resolve({ id: '1' }) });
  await holder.release(200);
  expect(await (await answer)?.json()).toMatchObject({ ok: true, value: { version: 3 } });
  expect(findDraft(site.db, 1)?.headline).toBe('Held up');
});

test('signing in waits for the lock', async () => {
  const input = { email: 'nobody@example.org', passphrase: 'wrong', address: '', deviceToken: null };
  await whileHeld(() =>
    expect(requireSignIn(site.db, input, 5)).rejects.toMatchObject({ key: 'wrongSignIn' }),
  );
  expect(site.db.$client.prepare('select count(*) from sign_in_failures').pluck().get()).toBe(2);
});

test('a session is found, and posts are searched, while the lock is held', async () => {
  const later = Date.now() + DAY_MS;
  const token = browser.token ?? '';
  const seenAt = () => site.db.select().from(sessions).get()?.lastSeenAt;
  const before = seenAt();
  await whileHeld(async () => {
    expect(findSessionUser(site.db, token, later)?.id).toBe(userId);
    expect(listPosts(site.db, { q: 'proportion' }, 1, 5).total).toBe(0);
  });
  expect(seenAt()).toBe(before);
  expect(findSessionUser(site.db, token, later)?.id).toBe(userId);
  expect(seenAt()).toBe(later);
  expect(listPosts(site.db, { q: 'proportion' }, 1, 5).total).toBe(1);
});
