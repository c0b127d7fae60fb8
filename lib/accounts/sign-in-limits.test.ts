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

const signIn = (passphrase: string, { email = 'dara@example.org', address = ADDRESS } = {}) =>
  requireSignIn(site.db, { email, passphrase, address }, NOW);
const countOf = (key: string) =>
  site.db.select().from(signInFailures).where(eq(signInFailures.key, key)).get()?.count;
const failed = (key: string, count: number, lastAt = NOW) =>
  site.db.insert(signInFailures).values({ key, count, lastAt }).run();

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

test('a failure counts against both the account and the network address', async () => {
  await expect(signIn('wrong')).rejects.toThrow('wrongSignIn');
  await expect(signIn('wrong', { email: ' DARA@example.org', address: '192.0.2.2' })).rejects.toThrow();
  expect(countOf('email:dara@example.org')).toBe(2);
  expect(countOf(`address:${ADDRESS}`)).toBe(1);
  expect(countOf('address:192.0.2.2')).toBe(1);
});

test('signing in clears the count of this account and address only', async () => {
  failed('email:dara@example.org', 2);
  failed(`address:${ADDRESS}`, 2);
  failed('email:first@example.org', 3);
  failed('address:192.0.2.2', 3);
  await signIn(PASSPHRASE);
  const left = site.db.select().from(signInFailures).all();
  expect(left.map(({ key, count }) => [key, count])).toEqual([
    ['email:first@example.org', 3],
    ['address:192.0.2.2', 3],
  ]);
});

const waiting = (minutes: number) => new Refusal('forbidden', 'tooManyTries', { minutes });

test.each(['email:dara@example.org', `address:${ADDRESS}`])(
  'five failures of %s block sign-in',
  async (key) => {
    failed(key, 5);
    await expect(signIn(PASSPHRASE)).rejects.toMatchObject({
      code: 'forbidden',
      key: 'tooManyTries',
      values: { minutes: 1 },
    });
    expect(countOf(key)).toBe(5);
  },
);

test.each([
  [5, MINUTE / 2, 1],
  [6, MINUTE, 1],
  [7, 2 * MINUTE, 2],
  [11, 32 * MINUTE, 32],
  [12, HOUR, 60],
  [40, HOUR, 60],
])('after %i failures sign-in stays blocked for %i ms', async (count, waitMs, minutes) => {
  const key = 'email:dara@example.org';
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
  failed('email:dara@example.org', 4, NOW - HOUR + 1);
  failed(`address:${ADDRESS}`, 4, NOW - HOUR);
  await expect(signIn('wrong')).rejects.toThrow('wrongSignIn');
  expect(countOf('email:dara@example.org')).toBe(5);
  expect(countOf(`address:${ADDRESS}`)).toBe(1);
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
