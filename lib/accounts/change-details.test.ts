import { afterEach, beforeEach, expect, test } from 'vitest';
import { users } from '@/db/schema';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { changeOwnDetails } from './change-details';
import { hashPassphrase } from './passphrases';

const PASSPHRASE = 'a lantern by the river';
const NOW = Date.UTC(2026, 0, 5);
const DARA = { name: 'Dara', email: 'dara@example.org' };

let site: TestSite;
let id: number;
beforeEach(async () => {
  site = openTestSite();
  const passphraseHash = await hashPassphrase(PASSPHRASE);
  const add = (values: typeof DARA) =>
    site.db
      .insert(users)
      .values({ ...values, passphraseHash, role: 'author', createdAt: NOW })
      .returning({ id: users.id })
      .get().id;
  id = add(DARA);
  add({ name: 'Sokha', email: 'sokha@example.org' });
});
afterEach(() => site.close());

const change = (details: { name?: string; email?: string; present?: string }) =>
  changeOwnDetails(
    site.db,
    { ...DARA, present: '', ...details },
    { actor: { kind: 'user', id, role: 'author' }, now: NOW },
  );
const stored = () => site.db.select({ name: users.name, email: users.email }).from(users).get();

test('a name is changed without the passphrase, an address only with it', async () => {
  expect(await change({ name: 'Dara Lim' })).toMatchObject({ ok: true });
  expect(stored()).toEqual({ ...DARA, name: 'Dara Lim' });

  const email = 'lim@example.org';
  const refused = { ok: false, key: 'wrongCurrentPassphrase' };
  expect(await change({ email })).toMatchObject(refused);
  expect(await change({ email, present: 'a guess by the river' })).toMatchObject(refused);
  expect(stored()?.email).toBe(DARA.email);
  expect(await change({ email, present: PASSPHRASE })).toMatchObject({ ok: true });
  expect(stored()?.email).toBe(email);
});

test('an address that another account has is refused', async () => {
  const taken = await change({ email: 'sokha@example.org', present: PASSPHRASE });
  expect(taken).toMatchObject({ ok: false, key: 'emailTaken' });
  expect(stored()).toEqual(DARA);
});
