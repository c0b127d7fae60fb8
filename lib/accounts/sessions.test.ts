import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit, sessions } from '@/db/schema';
import { contextAt } from '@/tools/testing/actors';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import {
  closeSession,
  confirmSession,
  findSessionUser,
  listNewSessions,
  listSessions,
  openSession,
  revokeOtherSessions,
  revokeSession,
} from './sessions';
import { setUserLanguage } from './set-user-language';
import { hashToken, newToken } from './tokens';

const NOW = Date.UTC(2026, 10, 24);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let site: TestSite;
let userId: number;
beforeEach(() => {
  site = openTestSite();
  userId = buildUser(site.db, { email: 'dara@example.org', role: 'author' });
});
afterEach(() => site.close());

const open = (now = NOW, of = userId) => openSession(site.db, { userId: of, userAgent: 'curl/8.5.0' }, now);
const find = (token: string, now: number) => findSessionUser(site.db, token, now);
const by = (id: number | null) => contextAt(NOW, id);

test('a session gives access to its person’s account for 30 days, to the millisecond', () => {
  const token = open();
  expect(find(token, NOW)).toEqual({
    id: userId,
    email: 'dara@example.org',
    name: expect.stringMatching(/^Person/),
    role: 'author',
    language: null,
  });
  const other = open();
  expect(find(other, NOW + 30 * DAY - 1)).not.toBeNull();
  expect(find(token, NOW + 30 * DAY)).toBeNull();
});

test('a session in use is extended; its last use is written at most every five minutes', () => {
  const token = open();
  const row = () => site.db.select().from(sessions).get();
  find(token, NOW + 5 * MINUTE);
  expect(row()).toMatchObject({ lastSeenAt: NOW, expiresAt: NOW + 30 * DAY });
  find(token, NOW + 5 * MINUTE + 1);
  expect(row()).toMatchObject({
    lastSeenAt: NOW + 5 * MINUTE + 1,
    expiresAt: NOW + 5 * MINUTE + 1 + 30 * DAY,
  });
});

test('however often it is used, a session ends 90 days after signing in', () => {
  const token = open();
  for (let day = 20; day < 90; day += 20) expect(find(token, NOW + day * DAY)).not.toBeNull();
  expect(find(token, NOW + 90 * DAY - 1)).not.toBeNull();
  expect(find(token, NOW + 90 * DAY)).toBeNull();
});

test('a person’s other browsers list one that signed in for the first time, until it is confirmed', () => {
  const here = open();
  const there = openSession(site.db, { userId, userAgent: 'curl/8.5.0', isNewDevice: true }, NOW);
  const listed = () => listNewSessions(site.db, userId, here).map(({ tokenHash }) => tokenHash);
  expect(listed()).toEqual([hashToken(there)]);
  expect(listNewSessions(site.db, userId, there)).toEqual([]);
  const other = buildUser(site.db, { email: 'other@example.org' });
  confirmSession(site.db, { tokenHash: hashToken(there) }, by(other));
  expect(listed()).toHaveLength(1);
  confirmSession(site.db, { tokenHash: hashToken(there) }, by(userId));
  expect(listed()).toEqual([]);
});

test('using one session extends no other', () => {
  const [used, idle] = [open(), open()];
  find(used, NOW + DAY);
  expect(find(idle, NOW + 30 * DAY)).toBeNull();
  expect(find(used, NOW + 30 * DAY)).not.toBeNull();
});

test('only the hash of a token is kept, and a hash gives no access', () => {
  const token = open();
  const [row] = site.db.select().from(sessions).all();
  expect(row?.tokenHash).toBe(hashToken(token));
  expect(JSON.stringify(row)).not.toContain(token);
  expect(find(hashToken(token), NOW)).toBeNull();
  expect(find('', NOW)).toBeNull();
});

test('a token is 256 random bits, which fit into a cookie', () => {
  const [one, other] = [newToken(), newToken()];
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(one).not.toBe(other);
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('opening a session deletes expired ones, and truncates the user agent', () => {
  open(NOW - 31 * DAY);
  const kept = open(NOW - 30 * DAY);
  openSession(site.db, { userId, userAgent: 'x'.repeat(400) }, NOW);
  const rows = site.db.select().from(sessions).all();
  expect(rows.map((row) => row.createdAt).sort()).toEqual([NOW - 30 * DAY, NOW]);
  expect(rows.some((row) => row.tokenHash === hashToken(kept))).toBe(true);
  expect(Math.max(...rows.map((row) => row.userAgent.length))).toBe(300);
});

test('a person sees their own sessions, most recently used first, with the current one marked', () => {
  const earlier = open(NOW - MINUTE);
  const token = open();
  open(NOW, buildUser(site.db));
  expect(listSessions(site.db, userId, earlier)).toMatchObject([
    { tokenHash: hashToken(token), isCurrent: false },
    { tokenHash: hashToken(earlier), isCurrent: true },
  ]);
  expect(listSessions(site.db, userId, null).map(({ isCurrent }) => isCurrent)).toEqual([false, false]);
});

test('signing out ends only the session of this token', () => {
  const [one, other] = [open(), open()];
  closeSession(site.db, one);
  expect(find(one, NOW)).toBeNull();
  expect(find(other, NOW)).not.toBeNull();
});

test('a person ends one of their own sessions, and nobody else’s', () => {
  const strangerId = buildUser(site.db);
  const [one, other, strangers] = [open(), open(), open(NOW, strangerId)];
  revokeSession(site.db, { tokenHash: hashToken(strangers) }, by(userId));
  revokeSession(site.db, { tokenHash: hashToken(other) }, by(null));
  expect([one, other, strangers].map((token) => find(token, NOW)?.id)).toEqual([userId, userId, strangerId]);
  expect(revokeSession(site.db, { tokenHash: hashToken(one) }, by(userId)).ok).toBe(true);
  expect([one, other, strangers].map((token) => find(token, NOW)?.id)).toEqual([
    undefined,
    userId,
    strangerId,
  ]);
});

test('ending the others leaves this session and those of other people', () => {
  const strangers = open(NOW, buildUser(site.db));
  const [kept, other] = [open(), open()];
  revokeOtherSessions(site.db, { keepToken: kept }, by(null));
  expect(find(other, NOW)).not.toBeNull();
  expect(revokeOtherSessions(site.db, { keepToken: kept }, by(userId)).ok).toBe(true);
  expect(find(kept, NOW)).not.toBeNull();
  expect(find(other, NOW)).toBeNull();
  expect(find(strangers, NOW)).not.toBeNull();
});

test('a person chooses their own admin language', () => {
  const [mine, theirs] = [open(), open(NOW, buildUser(site.db))];
  setUserLanguage(site.db, { language: 'km' }, by(null));
  expect(find(mine, NOW)?.language).toBeNull();
  setUserLanguage(site.db, { language: 'km' }, by(userId));
  expect(find(mine, NOW)?.language).toBe('km');
  expect(find(theirs, NOW)?.language).toBeNull();
});

test('what people do with sessions is in the audit log under its name', () => {
  revokeSession(site.db, { tokenHash: '' }, by(userId));
  revokeOtherSessions(site.db, { keepToken: '' }, by(userId));
  setUserLanguage(site.db, { language: null }, by(userId));
  expect(site.db.select().from(audit).all()).toMatchObject([
    { command: 'revokeSession', userId, at: NOW, postId: null },
    { command: 'revokeOtherSessions', userId },
    { command: 'setUserLanguage', userId },
  ]);
});
