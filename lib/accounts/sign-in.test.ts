import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { claimOwner } from '@/lib/setup/claim-owner';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { requireSignIn } from './sign-in';

const OWNER = { email: 'owner@example.org', passphrase: 'a calm river in the rain' };
const NOW = Date.UTC(2026, 10, 24);

let site: TestSite;
beforeEach(async () => {
  site = openTestSite();
  const owner = { ...OWNER, name: 'Dara Lim', publicationName: 'The Lamp', token: null };
  await claimOwner(site.db, owner, { actor: OPERATOR, now: NOW });
});
afterEach(() => site.close());

function tryWith(passphrase: string, { now = NOW, address = '192.0.2.1', email = OWNER.email } = {}) {
  return requireSignIn(site.db, { email, passphrase, address, deviceToken: null }, now);
}

test('attempts sent all at once are limited like attempts sent one by one', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => tryWith('wrong')));
  const sentences = tries.map((tried) => (tried.status === 'rejected' ? String(tried.reason) : 'in'));
  expect(sentences.filter((sentence) => sentence.includes('wrongSignIn'))).toHaveLength(5);
  expect(sentences.filter((sentence) => sentence.includes('tooManyTries'))).toHaveLength(15);
});

test('the right passphrase signs in, and clears the failures counted against it', async () => {
  for (let time = 1; time <= 4; time += 1) await expect(tryWith('wrong')).rejects.toThrow('wrongSignIn');
  await expect(tryWith(OWNER.passphrase)).resolves.toMatchObject({ role: 'owner' });
  await expect(tryWith('wrong')).rejects.toThrow('wrongSignIn');
  await expect(tryWith(OWNER.passphrase)).resolves.toMatchObject({ email: OWNER.email });
});

test('after too many attempts even the right one must wait, and an address without an account gets the same answer', async () => {
  for (const email of [OWNER.email, 'nobody@example.org']) {
    const address = `192.0.2.${email.length}`;
    for (let time = 1; time <= 5; time += 1) {
      await expect(tryWith('wrong', { email, address })).rejects.toThrow('wrongSignIn');
    }
    await expect(tryWith(OWNER.passphrase, { email, address })).rejects.toThrow('tooManyTries');
  }
  await expect(tryWith(OWNER.passphrase, { now: NOW + 31_000 })).resolves.toMatchObject({ role: 'owner' });
});
