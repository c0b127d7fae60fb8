import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signInFailures } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { Refusal } from '@/lib/errors';
import { claimOwner } from '@/lib/setup/claim-owner';
import { contextAt } from '@/tools/testing/actors';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { changeOwnPassphrase } from './change-passphrase';
import { rememberDevice } from './devices';
import { hashPassphrase } from './passphrases';
import { requireSignIn } from './sign-in';

const NOW = Date.UTC(2026, 10, 24);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PASSPHRASE = 'a calm river in the rain';
const ADDRESS = '192.0.2.1';

let site: TestSite;
let userId: number;
beforeEach(async () => {
  site = openTestSite();
  buildUser(site.db, { email: 'first@example.org' });
  userId = buildUser(site.db, {
    email: 'dara@example.org',
    passphraseHash: await hashPassphrase(PASSPHRASE),
  });
});
afterEach(() => site.close());

const signIn = (
  passphrase: string,
  { email = 'dara@example.org', address = ADDRESS, deviceToken = null as string | null, now = NOW } = {},
) => requireSignIn(site.db, { email, passphrase, address, deviceToken }, now);
const countOf = (key: string) =>
  site.db.select().from(signInFailures).where(eq(signInFailures.key, key)).get()?.count;
const failed = (key: string, count: number, lastAt = NOW) =>
  site.db.insert(signInFailures).values({ key, count, lastAt }).run();
const knownBrowser = (of = userId) => rememberDevice(site.db, { userId: of, token: null }, NOW).token;

test('a person is found by their address, however they type it', async () => {
  expect(await signIn(PASSPHRASE, { email: ' Dara@Example.ORG ' })).toEqual({
    id: userId,
    email: 'dara@example.org',
    name: expect.any(String),
    role: 'owner',
    language: null,
  });
  await expect(signIn('wrong')).rejects.toMatchObject({ code: 'forbidden' });
});

test('the failure of a stranger counts against the network and all strangers, never against the account', async () => {
  await expect(signIn('wrong')).rejects.toThrow('wrongSignIn');
  await expect(signIn('wrong', { email: 'nobody@example.org', address: '192.0.2.2' })).rejects.toThrow();
  const keys = site.db.select().from(signInFailures).all();
  expect(keys.map(({ key, count }) => [key, count])).toEqual([
    ['strangers', 2],
    [`address:${ADDRESS}`, 1],
    ['address:192.0.2.2', 1],
  ]);
});

test('signing in clears the count of this network only', async () => {
  failed(`address:${ADDRESS}`, 2);
  failed('address:192.0.2.2', 3);
  await signIn(PASSPHRASE);
  expect(countOf(`address:${ADDRESS}`)).toBeUndefined();
  expect(countOf('address:192.0.2.2')).toBe(3);
});

test('whatever strangers do, a browser that has signed in before signs in, at an address that all share too', async () => {
  const deviceToken = knownBrowser();
  failed(`address:${ADDRESS}`, 40);
  failed('strangers', 30, NOW - (NOW % MINUTE));
  await expect(signIn(PASSPHRASE)).rejects.toThrow('tooManyTries');
  expect((await signIn(PASSPHRASE, { deviceToken })).id).toBe(userId);
});

test('a known browser waits for its own failures', async () => {
  const deviceToken = knownBrowser();
  for (let n = 0; n < 5; n += 1)
    await expect(signIn('wrong', { deviceToken })).rejects.toThrow('wrongSignIn');
  await expect(signIn(PASSPHRASE, { deviceToken })).rejects.toThrow(waiting(1));
  expect((await signIn(PASSPHRASE, { deviceToken: knownBrowser() })).id).toBe(userId);
});

test.each(['of another account', 'made up', 'not used for 400 days'])(
  'a browser with a token that is %s is a stranger',
  async (what) => {
    const other = buildUser(site.db, { email: 'other@example.org' });
    const deviceToken =
      what === 'made up' ? 'x'.repeat(43) : knownBrowser(what.startsWith('of') ? other : userId);
    const now = what.startsWith('not') ? NOW + 400 * 24 * HOUR : NOW;
    failed(`address:${ADDRESS}`, 5, now);
    await expect(signIn(PASSPHRASE, { deviceToken, now })).rejects.toThrow('tooManyTries');
  },
);

test('all strangers together have thirty tries a minute, from however many networks', async () => {
  failed('strangers', 29, NOW - (NOW % MINUTE));
  await expect(signIn('wrong', { address: '192.0.2.77' })).rejects.toThrow('wrongSignIn');
  await expect(signIn('wrong', { address: '192.0.2.78' })).rejects.toThrow(waiting(1));
  // Whoever is refused for what others did has used up no try of its own, and whoever waits uses up none of others.
  expect(countOf('address:192.0.2.78')).toBeUndefined();
  await expect(signIn('wrong', { address: '192.0.2.79', now: NOW + MINUTE })).rejects.toThrow('wrongSignIn');
});

test('guessing the passphrase in an open session is slowed down too', async () => {
  const change = { present: 'wrong', passphrase: 'another calm river in the rain', keepToken: '' };
  const tryIt = (present: string) =>
    changeOwnPassphrase(site.db, { ...change, present }, contextAt(NOW, userId));
  for (let n = 0; n < 5; n += 1)
    expect(await tryIt('wrong')).toMatchObject({ key: 'wrongCurrentPassphrase' });
  expect(await tryIt(PASSPHRASE)).toMatchObject({ ok: false, key: 'tooManyTries' });
});

const waiting = (minutes: number) => new Refusal('forbidden', 'tooManyTries', { minutes });

test.each([`address:${ADDRESS}`])('five failures of %s block sign-in', async (key) => {
  failed(key, 5);
  await expect(signIn(PASSPHRASE)).rejects.toMatchObject({
    code: 'forbidden',
    key: 'tooManyTries',
    values: { minutes: 1 },
  });
  expect(countOf(key)).toBe(5);
});

test.each([
  [5, MINUTE / 2, 1],
  [6, MINUTE, 1],
  [7, 2 * MINUTE, 2],
  [11, 32 * MINUTE, 32],
  [12, HOUR, 60],
  [40, HOUR, 60],
])('after %i failures sign-in stays blocked for %i ms', async (count, waitMs, minutes) => {
  const key = `address:${ADDRESS}`;
  failed(key, count);
  await expect(signIn(PASSPHRASE)).rejects.toThrow(waiting(minutes));
  site.db
    .update(signInFailures)
    .set({ lastAt: NOW - waitMs + 1 })
    .run();
  await expect(signIn(PASSPHRASE)).rejects.toThrow(waiting(1));
  site.db
    .update(signInFailures)
    .set({ lastAt: NOW - waitMs })
    .run();
  expect((await signIn(PASSPHRASE)).id).toBe(userId);
});

test('failures from more than an hour ago are forgotten', async () => {
  failed(`address:${ADDRESS}`, 4, NOW - HOUR);
  await expect(signIn('wrong')).rejects.toThrow('wrongSignIn');
  expect(countOf(`address:${ADDRESS}`)).toBe(1);
  failed('address:192.0.2.2', 4, NOW - HOUR + 1);
  await expect(signIn('wrong', { address: '192.0.2.2' })).rejects.toThrow('wrongSignIn');
  expect(countOf('address:192.0.2.2')).toBe(5);
});

test('nobody changes a passphrase with the placeholder for people without an account', async () => {
  const change = { present: 'a passphrase that nobody has', passphrase: PASSPHRASE, keepToken: '' };
  const outcome = await changeOwnPassphrase(site.db, change, { actor: OPERATOR, now: NOW });
  expect(outcome).toMatchObject({ ok: false, code: 'forbidden' });
  await expect(signIn(change.present, { email: 'nobody@example.org' })).rejects.toThrow('wrongSignIn');
});

test('a bug is not a refusal', async () => {
  site.db.$client.exec("create trigger bug before insert on users begin select raise(abort, 'a bug'); end");
  site.db.$client.exec("update users set role = 'author'");
  const owner = {
    email: 'o@example.org',
    passphrase: PASSPHRASE,
    name: 'O',
    publicationName: 'P',
    token: null,
  };
  await expect(claimOwner(site.db, owner, { actor: OPERATOR, now: NOW })).rejects.toThrow('a bug');
  const damaged = { present: PASSPHRASE, passphrase: PASSPHRASE, keepToken: '' };
  site.db.$client.exec("update users set passphrase_hash = 'no hash'");
  await expect(changeOwnPassphrase(site.db, damaged, contextAt(NOW, userId))).rejects.not.toHaveProperty(
    'code',
    'forbidden',
  );
});
