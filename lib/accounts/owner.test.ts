import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit, authors, sessions, setupLinks, users } from '@/db/schema';
import { OPERATOR, VISITOR } from '@/lib/actor';
import { readSite } from '@/lib/settings/site';
import { contextAt } from '@/tools/testing/actors';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { changeOwnPassphrase } from './change-passphrase';
import { claimOwner, OwnerInput, resetOwner } from './owner';
import { findSessionUser, openSession } from './sessions';
import { createSetupLink, hasOwner, isSetupLink } from './setup-link';
import { requireSignIn } from './sign-in';
import { hashToken } from './tokens';

const NOW = Date.UTC(2026, 10, 24);
const DAY = 24 * 60 * 60 * 1000;
const PASSPHRASE = 'a calm river in the rain';
const OWNER = {
  email: 'owner@example.org',
  passphrase: PASSPHRASE,
  name: 'Dara Lim',
  publicationName: 'The Lamp',
};

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const nobody = { actor: OPERATOR, now: NOW };
/** Claims the publication as a visitor with the link's token, or as the operator, who does not need one. */
const claim = (token: string | null, now = NOW) =>
  claimOwner(site.db, { ...OWNER, token }, { actor: token === null ? OPERATOR : VISITOR, now });
const signIn = (passphrase: string, email = OWNER.email) =>
  requireSignIn(site.db, { email, passphrase, address: '192.0.2.1' }, NOW);

async function claimed(): Promise<number> {
  const outcome = await claim(null);
  if (!outcome.ok) throw new Error(outcome.key);
  return outcome.value.userId;
}

test('a set-up link works for one day, to the millisecond, and only with its token', () => {
  const token = createSetupLink(site.db, NOW);
  expect(isSetupLink(site.db, token, NOW + DAY - 1)).toBe(true);
  expect(isSetupLink(site.db, token, NOW + DAY)).toBe(false);
  expect(isSetupLink(site.db, hashToken(token), NOW)).toBe(false);
  expect(site.db.select().from(setupLinks).all()).toEqual([
    { tokenHash: hashToken(token), createdAt: NOW, expiresAt: NOW + DAY },
  ]);
});

test('a new set-up link invalidates earlier ones, and none works once there is an owner', async () => {
  const first = createSetupLink(site.db, NOW);
  const second = createSetupLink(site.db, NOW);
  expect(isSetupLink(site.db, first, NOW)).toBe(false);
  expect(isSetupLink(site.db, second, NOW)).toBe(true);
  buildUser(site.db, { role: 'author' });
  expect(hasOwner(site.db)).toBe(false);
  expect(isSetupLink(site.db, second, NOW)).toBe(true);
  buildUser(site.db, { role: 'owner' });
  expect(hasOwner(site.db)).toBe(true);
  expect(isSetupLink(site.db, second, NOW)).toBe(false);
});

test('an expired or unknown link creates no owner', async () => {
  const token = createSetupLink(site.db, NOW);
  for (const [given, now] of [
    [token, NOW + DAY],
    ['guessed', NOW],
    ['', NOW],
  ] as const) {
    expect(await claim(given, now)).toMatchObject({
      ok: false,
      code: 'forbidden',
      key: 'setupLinkExpired',
    });
  }
  expect(hasOwner(site.db)).toBe(false);
});

test('the link creates the owner, their author and the publication’s name, once', async () => {
  const token = createSetupLink(site.db, NOW);
  expect(await claim(token)).toMatchObject({ ok: true, value: { userId: 1 } });
  expect(site.db.select().from(users).all()).toMatchObject([
    { email: 'owner@example.org', name: 'Dara Lim', role: 'owner', createdAt: NOW },
  ]);
  expect(site.db.select().from(authors).all()).toMatchObject([
    { name: { en: 'Dara Lim' }, biography: {}, userId: 1 },
  ]);
  expect(readSite(site.db).name).toEqual({ en: 'The Lamp' });
  expect(site.db.select().from(setupLinks).all()).toEqual([]);
  expect(site.db.select().from(audit).all()).toMatchObject([{ command: 'claimOwner', at: NOW }]);
  expect((await signIn(PASSPHRASE)).id).toBe(1);
  for (const again of [token, null]) {
    expect(await claim(again)).toMatchObject({
      ok: false,
      code: 'conflict',
      key: 'hasOwner',
    });
  }
});

test('a passphrase that is too short creates no owner', async () => {
  const outcome = await claimOwner(site.db, { ...OWNER, passphrase: 'short', token: null }, nobody);
  expect(outcome).toMatchObject({ ok: false, code: 'invalid' });
  expect(hasOwner(site.db)).toBe(false);
});

test('set-up input is cleaned, and refused in plain words', () => {
  expect(
    OwnerInput.parse({ ...OWNER, email: 'Owner@Example.org', name: ' Dara ', publicationName: ' Lamp ' }),
  ).toMatchObject({ email: 'owner@example.org', name: 'Dara', publicationName: 'Lamp' });
  const problems = (fields: Partial<typeof OWNER>) =>
    OwnerInput.safeParse({ ...OWNER, ...fields }).error?.issues.map(({ message }) => message);
  expect(problems({ email: 'nobody' })).toEqual(['notAnEmail']);
  expect(problems({ name: ' ' })).toEqual(['enterYourName']);
  expect(problems({ publicationName: ' ' })).toEqual(['namePublication']);
  for (const field of ['name', 'publicationName'] as const) {
    expect(problems({ [field]: 'x'.repeat(201) })).toHaveLength(1);
    expect(problems({ [field]: 'x'.repeat(200) })).toBeUndefined();
  }
  expect(problems({ email: `${'x'.repeat(60)}@${'y.'.repeat(80)}example` })).toHaveLength(1);
});

test('the operator sets a new passphrase and address for the owner, and every browser is signed out', async () => {
  const ownerId = await claimed();
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
  ).toEqual(['claimOwner', 'resetOwner', 'resetOwner']);
});

test('there is nothing to reset before there is an owner', async () => {
  buildUser(site.db, { role: 'author' });
  const outcome = await resetOwner(site.db, { passphrase: PASSPHRASE, email: null }, nobody);
  expect(outcome).toMatchObject({ ok: false, code: 'not_found', key: 'noOwner' });
});

test('a new passphrase signs out the person’s other browsers, and nobody else', async () => {
  const userId = await claimed();
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
  ).toEqual(['claimOwner', 'changePassphrase', 'revokeOtherSessions']);
});

test('a missing current passphrase or an invalid new one changes nothing', async () => {
  const userId = await claimed();
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
