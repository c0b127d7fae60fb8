import { expect, test } from 'vitest';
import type { MediaFacts } from '@/lib/document/media-facts';
import { namingLimits } from './naming-limits';
import { rejection, type Sent, type UploadProblem, UploadRejected } from './upload-rejected';

const sent: Sent = { media: { id: 'a' } as MediaFacts, isKnown: false };
const LARGE = { size: 2_000_000 };
const SMALL = { size: 1_000_000 };
const CUT_OFF = new UploadRejected('', 'unreachable');

interface Case {
  file: { size: number };
  /** The result of each attempt. */
  attempts: (UploadRejected | Sent)[];
  isThere: boolean;
  isStopped?: boolean;
}

/** @returns the obstacle, or what was sent, and how often the file was sent. */
async function outcome({ file, attempts, isThere, isStopped = false }: Case) {
  let tries = 0;
  const stop = new AbortController();
  const send = namingLimits<{ size: number }>(
    async () => {
      const attempt = attempts[tries];
      tries += 1;
      if (isStopped) stop.abort();
      if (!attempt || attempt instanceof Error) throw attempt ?? new Error('It went out too often.');
      return attempt;
    },
    async () => isThere,
  );
  const sending = { onProgress: () => undefined, signal: stop.signal };
  const result = await send(file, sending).catch((error: UploadRejected) => error.obstacle ?? error.message);
  return [result, tries];
}

test.each<[string, Case, Sent | UploadProblem | string, number]>([
  ['sent', { file: LARGE, attempts: [sent], isThere: true }, sent, 1],
  ['lost with its server', { file: LARGE, attempts: [CUT_OFF], isThere: false }, 'unreachable', 1],
  ['small and lost', { file: SMALL, attempts: [CUT_OFF], isThere: true }, 'unreachable', 1],
  ['large, cut off, and sent again', { file: LARGE, attempts: [CUT_OFF, sent], isThere: true }, sent, 2],
  ['cut off twice', { file: LARGE, attempts: [CUT_OFF, CUT_OFF], isThere: true }, 'likelyTooLarge', 2],
  ['let go', { file: LARGE, attempts: [CUT_OFF], isThere: true, isStopped: true }, 'unreachable', 1],
  ['refused', { file: LARGE, attempts: [new UploadRejected('Damaged.')], isThere: true }, 'Damaged.', 1],
  [
    'cut off and then refused',
    { file: LARGE, attempts: [CUT_OFF, new UploadRejected('Damaged.')], isThere: true },
    'Damaged.',
    2,
  ],
])('a file that is %s', async (_name, given, result, tries) => {
  expect(await outcome(given)).toEqual([result, tries]);
});

test('a 413 from a server in front of ours is a limit, and none of its other answers counts as ours', () => {
  expect(rejection(null, 413).obstacle).toBe('tooLarge');
  expect(rejection(null, 502).obstacle).toBe('unreachable');
  const own = rejection({ ok: false, message: 'This file is too large.' }, 413);
  expect([own.obstacle, own.message]).toEqual([null, 'This file is too large.']);
  expect(rejection({ ok: false, code: 'signed_out', message: '' }, 401)).toMatchObject({
    isSignedOut: true,
    isFinal: false,
  });
  expect(rejection({ ok: false, code: 'invalid', message: '' }, 422).isFinal).toBe(true);
  expect(rejection({ ok: false, code: 'unavailable', message: '' }, 503).isFinal).toBe(false);
});
