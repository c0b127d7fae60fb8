import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit, devices, sessions, signInFailures, users } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { createPreviewLink, findPreviewed } from '@/lib/posts/preview/preview-links';
import { contextAt } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { changeOwnPassphrase } from './change-passphrase';
import { rememberDevice } from './devices';
import { hashPassphrase } from './passphrases';
import { resetOwner } from './reset-owner';
import { findSessionUser, openSession } from './sessions';
import { requireSignIn } from './sign-in';
import { hashToken } from './tokens';

const NOW = Date.UTC(2026, 10, 24);
const PASSPHRASE = 'a calm river in the rain';
const EMAIL = 'owner@example.org';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const nobody = { actor: OPERATOR, now: NOW };
const signIn = (passphrase: string, email = EMAIL) =>
  requireSignIn(site.db, { email, passphrase, address: '192.0.2.1', deviceToken: null }, NOW);
const buildOwner = async () =>
  buildUser(site.db, { email: EMAIL, passphraseHash: await hashPassphrase(PASSPHRASE) });

test('the operator sets a new passphrase and address for the owner, and every browser is signed out', async () => {
  const ownerId = await buildOwner();
  const authorId = buildUser(site.db, { role: 'author' });
  const mine = openSession(site.db, { userId: ownerId, userAgent: '' }, NOW);
  const theirs = openSession(site.db, { userId: authorId, userAgent: '' }, NOW);
  const renewed = 'another river in the sun';
  const outcome = await resetOwner(site.db, { passphrase: renewed, email: 'New@Example.org' }, nobody);
  expect(outcome.ok).toBe(true);
  expect(findSessionUser(site.db, mine, NOW)).toBeNull();
  expect(findSessionUser(site.db, theirs, NOW)).not.toBeNull();
  expect((await signIn(renewed, 'new@example.org')).id).toBe(ownerId);
  await expect(signIn(PASSPHRASE, 'new@example.org')).rejects.toThrow('wrongSignIn');
  expect(await resetOwner(site.db, { passphrase: PASSPHRASE, email: null }, nobody)).toEqual({
    ok: true,
    value: { email: 'new@example.org' },
  });
  expect((await signIn(PASSPHRASE, 'new@example.org')).id).toBe(ownerId);
  expect(
    site.db
      .select()
      .from(audit)
      .all()
      .map(({ command }) => command),
  ).toEqual(['resetOwner', 'resetOwner']);
});

test('there is nothing to reset before there is an owner', async () => {
  buildUser(site.db, { role: 'author' });
  const outcome = await resetOwner(site.db, { passphrase: PASSPHRASE, email: null }, nobody);
  expect(outcome).toMatchObject({ ok: false, code: 'not_found', key: 'noOwner' });
});

test('a new passphrase signs out the person’s other browsers, and nobody else', async () => {
  const userId = await buildOwner();
  const strangerId = buildUser(site.db, { role: 'author' });
  const [kept, other] = [1, 2].map(() => openSession(site.db, { userId, userAgent: '' }, NOW));
  const strangers = openSession(site.db, { userId: strangerId, userAgent: '' }, NOW);
  const renewed = { present: PASSPHRASE, passphrase: 'another river in the sun', keepToken: kept ?? '' };
  expect((await changeOwnPassphrase(site.db, renewed, contextAt(NOW, userId))).ok).toBe(true);
  expect(findSessionUser(site.db, kept ?? '', NOW)?.id).toBe(userId);
  expect(findSessionUser(site.db, other ?? '', NOW)).toBeNull();
  expect(findSessionUser(site.db, strangers, NOW)?.id).toBe(strangerId);
  expect((await signIn(renewed.passphrase)).id).toBe(userId);
  await expect(signIn(PASSPHRASE)).rejects.toThrow('wrongSignIn');
  const strangersHash = site.db.select().from(users).all().at(1)?.passphraseHash;
  expect(strangersHash).toBe(hashToken('none'));
  expect(
    site.db
      .select()
      .from(audit)
      .all()
      .map(({ command }) => command),
  ).toEqual(['changePassphrase', 'revokeOtherSessions']);
});

test('a missing current passphrase or an invalid new one changes nothing', async () => {
  const userId = await buildOwner();
  const other = openSession(site.db, { userId, userAgent: '' }, NOW);
  const change = (present: string, passphrase: string, id: number | null = userId) =>
    changeOwnPassphrase(site.db, { present, passphrase, keepToken: '' }, contextAt(NOW, id));
  const renewed = 'another river in the sun';
  for (const [present, id] of [
    ['wrong', userId],
    [PASSPHRASE, null],
  ] as const) {
    expect(await change(present, renewed, id)).toMatchObject({
      ok: false,
      code: 'forbidden',
      key: 'wrongCurrentPassphrase',
    });
  }
  expect(await change(PASSPHRASE, 'short')).toMatchObject({ ok: false, code: 'invalid' });
  expect(findSessionUser(site.db, other, NOW)).not.toBeNull();
  expect((await signIn(PASSPHRASE)).id).toBe(userId);
  expect(site.db.select().from(sessions).all()).toHaveLength(1);
});

test('a new passphrase ends the preview links that its person created, and no others', async () => {
  const ownerId = await buildOwner();
  const guestId = buildUser(site.db, { role: 'author' });
  const { postId } = buildPost(site.db, { status: 'draft' });
  const owner = contextAt(NOW, ownerId);
  const link = (createdBy: number) => {
    const { token } = requireValue(
      createPreviewLink(site.db, { postId, days: 30 }, contextAt(NOW, createdBy)),
    );
    return () => findPreviewed(site.db, token, NOW) !== null;
  };
  const own = link(ownerId);
  const other = link(guestId);
  const change = { present: PASSPHRASE, passphrase: 'another river in the sun', keepToken: '' };
  requireValue(await changeOwnPassphrase(site.db, change, owner));
  expect([own(), other()]).toEqual([false, true]);

  const next = link(ownerId);
  requireValue(await resetOwner(site.db, { passphrase: PASSPHRASE, email: null }, nobody));
  expect([next(), other()]).toEqual([false, true]);
});

test('failures of signing in are cleared, and no browser is known any more', async () => {
  const userId = await buildOwner();
  site.db.insert(signInFailures).values({ key: 'address:192.0.2.1', count: 40, lastAt: NOW }).run();
  rememberDevice(site.db, { userId, token: null }, NOW);
  await resetOwner(site.db, { passphrase: PASSPHRASE, email: null }, { actor: OPERATOR, now: NOW });
  expect(site.db.select().from(signInFailures).all()).toEqual([]);
  expect(site.db.select().from(devices).all()).toEqual([]);
});
