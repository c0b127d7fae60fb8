import { expect, test } from 'vitest';
import { CHALLENGE_LASTS_MS, isOurChallenge, newChallenge } from './challenge';

const NOW = Date.UTC(2026, 10, 28);
const challengeOf = (...args: Parameters<typeof newChallenge>) =>
  Buffer.from(newChallenge(...args)).toString('base64url');

test('a challenge is ours for five minutes, for its purpose and with our secret', () => {
  const challenge = challengeOf('secret', 'signIn', NOW);
  expect(isOurChallenge(challenge, 'secret', 'signIn', NOW)).toBe(true);
  expect(isOurChallenge(challenge, 'secret', 'signIn', NOW + CHALLENGE_LASTS_MS - 1)).toBe(true);
  expect(isOurChallenge(challenge, 'secret', 'signIn', NOW + CHALLENGE_LASTS_MS)).toBe(false);
  expect(isOurChallenge(challenge, 'secret', 'signIn', NOW - 1)).toBe(false);
  expect(isOurChallenge(challenge, 'other', 'signIn', NOW)).toBe(false);
  expect(isOurChallenge(challenge, 'secret', 'add:1', NOW)).toBe(false);
  const adding = challengeOf('secret', 'add:1', NOW);
  expect(isOurChallenge(adding, 'secret', 'add:12', NOW)).toBe(false);
});

test('no two challenges are alike, and nothing of one can be changed', () => {
  const challenge = challengeOf('secret', 'signIn', NOW);
  expect(challengeOf('secret', 'signIn', NOW)).not.toBe(challenge);
  const bytes = Buffer.from(challenge, 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(isOurChallenge(changed.toString('base64url'), 'secret', 'signIn', NOW)).toBe(false);
  }
  for (const other of ['', 'AAAA', challenge.slice(0, -4), `${challenge}AAAA`])
    expect(isOurChallenge(other, 'secret', 'signIn', NOW)).toBe(false);
});
