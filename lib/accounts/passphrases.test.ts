import { expect, test } from 'vitest';
import { hashPassphrase, isPassphrase } from './passphrases';

test('a passphrase has 12 to 500 characters, counted as people count them', async () => {
  await expect(hashPassphrase('x'.repeat(11))).rejects.toMatchObject({
    code: 'invalid',
    key: 'passphraseShort',
    values: { count: 12 },
  });
  await expect(hashPassphrase('😀'.repeat(11))).rejects.toMatchObject({ code: 'invalid' });
  await expect(hashPassphrase('x'.repeat(501))).rejects.toMatchObject({
    code: 'invalid',
    key: 'passphraseLong',
    values: { count: 500 },
  });
  expect(await hashPassphrase('x'.repeat(12))).toMatch(/^\$argon2id\$/);
  expect(await isPassphrase(await hashPassphrase('y'.repeat(500)), 'y'.repeat(500))).toBe(true);
});

test('a hash costs an attacker 19 MiB and two passes per guess, and no two hashes are alike', async () => {
  const [one, other] = await Promise.all([hashPassphrase('x'.repeat(12)), hashPassphrase('x'.repeat(12))]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
});

test('the same letters are the same passphrase, however a keyboard composes them', async () => {
  const composed = 'déjà vu at the café';
  const hash = await hashPassphrase(composed.normalize('NFD'));
  expect(await isPassphrase(hash, composed.normalize('NFC'))).toBe(true);
  expect(await isPassphrase(await hashPassphrase(composed), composed.normalize('NFD'))).toBe(true);
});

test('a wrong passphrase, an empty one, and any passphrase without an account are refused', async () => {
  const hash = await hashPassphrase('a calm river');
  expect(await isPassphrase(hash, 'a calm rivet')).toBe(false);
  expect(await isPassphrase(hash, '')).toBe(false);
  expect(await isPassphrase(null, 'a calm river')).toBe(false);
  expect(await isPassphrase(null, 'a passphrase that nobody has')).toBe(false);
});

test('no more than the longest allowed passphrase is compared', async () => {
  const hash = await hashPassphrase('z'.repeat(500));
  expect(await isPassphrase(hash, 'z'.repeat(100_000))).toBe(true);
});
