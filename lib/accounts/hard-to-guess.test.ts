import { expect, test } from 'vitest';
import { requireHardToGuess } from './hard-to-guess';

const ABOUT = ['veasna.sok@example.org', 'Veasna Sok', 'The River Lamp', 'ចង្កៀងទន្លេ'];

test.each([
  'passwordpassword',
  '123456789012',
  'qwertyuiopasdf',
  'iloveyouiloveyou',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'veasna.sok@example.org',
  'VeasnaSok2026',
  'theriverlamp1',
  'The River Lamp',
  'ចង្កៀងទន្លេចង្កៀងទន្លេ',
])('“%s” is too easy to guess', async (passphrase) => {
  await expect(requireHardToGuess(passphrase, ABOUT)).rejects.toMatchObject({
    code: 'invalid',
    key: 'passphraseEasy',
  });
});

test.each([
  'a calm river in the rain',
  'correct horse battery staple',
  'គោដើរលើទឹកកក ក្នុងខែមេសា',
  'tq7-Vw2m-x9Lz',
])('“%s” is not', async (passphrase) => {
  await requireHardToGuess(passphrase, ABOUT);
});
