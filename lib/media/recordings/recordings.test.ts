import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { mp3, mp4, wav } from '@/tools/testing/recordings';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findMediaFacts } from '../queries';
import { recordingFormat } from './recording';
import { uploadRecording } from './upload-recording';

let site: TestSite;

beforeEach(() => {
  site = openTestSite();
});

afterEach(() => site.close());

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

async function take(bytes: Buffer) {
  const format = recordingFormat(bytes);
  if (!format) throw new Error('It is no recording.');
  const upload = { format, pieces: inPieces(bytes), originalName: 'talk' };
  return uploadRecording(site.db, upload, { actor: OPERATOR, now: 1, mediaDir: site.mediaDir });
}

async function kept(bytes: Buffer) {
  const { mediaId } = requireValue(await take(bytes));
  const facts = findMediaFacts(site.db, [mediaId]).get(mediaId);
  const [file] = facts?.renditions ?? [];
  return { facts, bytes: readFileSync(join(site.mediaDir, mediaId, file?.file ?? '')) };
}

test('an MP3 keeps its audio and its length, but no tag contains a name or a place', async () => {
  const before = mp3({ tag: 'SECRET PLACE' });
  const { facts, bytes } = await kept(before);
  expect(facts).toMatchObject({ kind: 'audio', mime: 'audio/mpeg', widthPx: 0 });
  expect(bytes.length).toBe(before.length);
  expect(before.includes('SECRET PLACE')).toBe(true);
  expect(bytes.includes('SECRET PLACE')).toBe(false);
  expect(bytes.subarray(0, 3).toString()).toBe('ID3');
  expect(bytes.includes(mp3({}).subarray(0, 2000))).toBe(true);
});

test('a WAV loses its notes and keeps its audio', async () => {
  const { facts, bytes } = await kept(wav({ note: 'SECRET PLACE' }));
  expect(facts).toMatchObject({ kind: 'audio', mime: 'audio/wav' });
  expect(bytes.includes('SECRET PLACE')).toBe(false);
  expect(bytes.includes(wav({}).subarray(36))).toBe(true);
});

test('a video keeps its pictures and size, and loses the place and time in its boxes', async () => {
  const before = mp4({ place: '+11.5564+104.9282/', taken: 3_900_000_000, handlers: ['vide', 'soun'] });
  const { facts, bytes } = await kept(before);
  expect(facts).toMatchObject({ kind: 'video', mime: 'video/mp4', widthPx: 640, heightPx: 360 });
  expect(before.includes('+11.5564')).toBe(true);
  expect(bytes.includes('+11.5564')).toBe(false);
  const taken = Buffer.alloc(4);
  taken.writeUInt32BE(3_900_000_000);
  expect([before.includes(taken), bytes.includes(taken)]).toEqual([true, false]);
  expect(bytes.length).toBe(before.length);
  expect(bytes.includes('THE PICTURES')).toBe(true);
});

test('a video turned by a quarter is measured as shown, and one without pictures is audio', async () => {
  expect((await kept(mp4({ isTurned: true, handlers: ['vide'] }))).facts).toMatchObject({ widthPx: 360 });
  expect((await kept(mp4({ handlers: ['soun'] }))).facts).toMatchObject({
    kind: 'audio',
    mime: 'audio/mp4',
    widthPx: 0,
  });
});

test.each([
  ['a film that measures places as it goes', () => mp4({ handlers: ['vide', 'meta'] }), 'videoTelemetry'],
  [
    'a film in a coding that many browsers lack',
    () => mp4({ handlers: ['vide'], codec: 'hvc1' }),
    'videoCoding',
  ],
  ['a film that ends too early', () => mp4({ handlers: ['vide'] }).subarray(0, 200), 'recordingDamaged'],
  ['a tag without a sound after it', () => mp3({ tag: 'x' }).subarray(0, 20), 'recordingDamaged'],
])('%s is refused, and nothing is kept', async (_what, bytes, key) => {
  expect(await take(bytes())).toMatchObject({
    ok: false,
    code: 'invalid',
    key,
  });
  expect(readdirSync(site.mediaDir)).toEqual([]);
});

test('the same recording twice is stored once', async () => {
  const first = requireValue(await take(mp3({})));
  expect(requireValue(await take(mp3({})))).toEqual({ ...first, isDuplicate: true });
  expect(readdirSync(site.mediaDir)).toEqual([first.mediaId]);
});

test('formats that are not accepted are refused, naming the accepted ones', () => {
  expect(() => recordingFormat(Buffer.from('OggS'))).toThrow('recordingNotAccepted');
  expect(() => recordingFormat(Buffer.from('\0\0\0\x14ftypqt  ', 'latin1'))).toThrow('quickTime');
  expect(recordingFormat(Buffer.from('\xff\xd8\xff\xe0', 'latin1'))).toBeNull();
  expect(recordingFormat(Buffer.from('\0\0\0\x1cftypavif', 'latin1'))).toBeNull();
});
