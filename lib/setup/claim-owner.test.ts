import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit, authors, setupLinks, users } from '@/db/schema';
import { createSetupLink, hasOwner } from '@/lib/accounts/setup-link';
import { requireSignIn } from '@/lib/accounts/sign-in';
import { OPERATOR, VISITOR } from '@/lib/actor';
import { readSite } from '@/lib/settings/site';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { claimOwner, OwnerInput } from './claim-owner';

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

/** Claims the publication as a visitor with the link's token, or as the operator, who does not need one. */
const claim = (token: string | null, now = NOW) =>
  claimOwner(site.db, { ...OWNER, token }, { actor: token === null ? OPERATOR : VISITOR, now });
const signIn = (passphrase: string, email = OWNER.email) =>
  requireSignIn(site.db, { email, passphrase, address: '192.0.2.1', deviceToken: null }, NOW);

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

test('the link is checked before the passphrase, which takes long to hash', async () => {
  const input = { ...OWNER, passphrase: 'short', token: 'guessed' };
  const outcome = await claimOwner(site.db, input, { actor: VISITOR, now: NOW });
  expect(outcome).toMatchObject({ key: 'setupLinkExpired' });
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
  const outcome = await claimOwner(
    site.db,
    { ...OWNER, passphrase: 'short', token: null },
    { actor: OPERATOR, now: NOW },
  );
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
