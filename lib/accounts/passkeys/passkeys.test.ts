import { afterEach, beforeEach, expect, test } from 'vitest';
import { users } from '@/db/schema';
import { contextAt } from '@/tools/testing/actors';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { isFresh, requireFreshProof } from '../fresh-proof';
import { hashPassphrase } from '../passphrases';
import { openSession } from '../sessions';
import { requirePasskey } from './ceremonies';
import {
  findPasskey,
  isPasskeyOffered,
  listPasskeys,
  notePasskeyUse,
  removePasskey,
  storePasskey,
} from './passkeys';

const NOW = Date.UTC(2026, 10, 28);
const MINUTE = 60_000;
const PARTY = { siteUrl: 'https://lamp.example', name: 'The Lamp', secret: 'secret' };

let site: TestSite;
let userId: number;
beforeEach(() => {
  site = openTestSite();
  userId = buildUser(site.db);
});
afterEach(() => site.close());

const store = (id: string, { challenge = id, by = userId } = {}) =>
  storePasskey(
    site.db,
    { passkey: { id, publicKey: 'key', counter: 0, transports: ['internal'], name: 'Firefox' }, challenge },
    contextAt(NOW, by),
  );

test('a passkey belongs to one account, which alone removes it', () => {
  const other = buildUser(site.db, { email: 'other@example.org' });
  expect(store('one')).toMatchObject({ ok: true });
  expect(listPasskeys(site.db, userId)).toMatchObject([{ id: 'one', name: 'Firefox', lastUsedAt: NOW }]);
  expect(listPasskeys(site.db, other)).toEqual([]);
  removePasskey(site.db, { id: 'one' }, contextAt(NOW, other));
  expect(findPasskey(site.db, 'one')).not.toBeNull();
  removePasskey(site.db, { id: 'one' }, contextAt(NOW, userId));
  expect(findPasskey(site.db, 'one')).toBeNull();
});

test('a challenge is answered once, to add a passkey or to sign in', () => {
  store('one', { challenge: 'used' });
  expect(store('two', { challenge: 'used' })).toMatchObject({ ok: false, key: 'passkeyRefused' });
  const use = () => notePasskeyUse(site.db, { id: 'one', counter: 7, challenge: 'fresh' }, NOW + 1);
  use();
  expect(findPasskey(site.db, 'one')).toMatchObject({ counter: 7, lastUsedAt: NOW + 1 });
  expect(use).toThrow('passkeyRefused');
});

test('an account has at most twenty', () => {
  for (let n = 0; n < 20; n += 1) expect(store(`key-${n}`)).toMatchObject({ ok: true });
  expect(store('one more')).toMatchObject({ ok: false, key: 'tooManyPasskeys' });
});

test('an unknown passkey, and an answer that makes no sense, sign nobody in', async () => {
  const response = {
    ...({ id: 'one', rawId: 'one', type: 'public-key', clientExtensionResults: {} } as const),
    response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' },
  };
  await expect(requirePasskey(site.db, response, PARTY, NOW)).rejects.toThrow('passkeyRefused');
  store('one');
  await expect(requirePasskey(site.db, response, PARTY, NOW)).rejects.toThrow('passkeyRefused');
});

test('one is offered on the first day of an account that has none', () => {
  const created = site.db.$client
    .prepare('select created_at from users where id = ?')
    .pluck()
    .get(userId) as number;
  expect(isPasskeyOffered(site.db, userId, created + 5)).toBe(true);
  expect(isPasskeyOffered(site.db, userId, created + 24 * 60 * MINUTE)).toBe(false);
  store('one');
  expect(isPasskeyOffered(site.db, userId, created + 5)).toBe(false);
});

test('a session of a quarter of an hour asks for the passphrase', async () => {
  const token = openSession(site.db, { userId, userAgent: '' }, NOW);
  expect(isFresh(site.db, token, NOW + 15 * MINUTE - 1)).toBe(true);
  expect(isFresh(site.db, token, NOW + 15 * MINUTE)).toBe(false);
  expect(isFresh(site.db, 'none', NOW)).toBe(false);
  const prove = (present: string, at: number) =>
    requireFreshProof(site.db, { token, present }, contextAt(at, userId));
  await prove('', NOW + 1);
  await expect(prove('', NOW + 20 * MINUTE)).rejects.toThrow('proofNeeded');
  site.db
    .update(users)
    .set({ passphraseHash: await hashPassphrase('a calm river in the rain') })
    .run();
  await expect(prove('wrong', NOW + 20 * MINUTE)).rejects.toThrow('wrongCurrentPassphrase');
});
