import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { closeSharedPools } from '@/lib/process/shared-pools';
import { children, filmWith, phoneFilm, withoutPictures } from '@/tools/testing/films';
import { box, mp3, wav } from '@/tools/testing/recordings';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findMediaFacts } from '../queries';
import { recordingFormat } from './recording';
import { uploadRecording } from './upload-recording';

let site: TestSite;

beforeEach(() => {
  site = openTestSite();
});

afterEach(() => site.close());
afterAll(closeSharedPools);

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
  return { facts, file, bytes: readFileSync(join(site.mediaDir, mediaId, file?.file ?? '')) };
}

test('an MP3 is stored as its audio', async () => {
  const { facts, file, bytes } = await kept(mp3({ tag: 'SECRET PLACE' }));
  expect(facts).toMatchObject({ kind: 'audio', mime: 'audio/mpeg', widthPx: 0 });
  expect(bytes.equals(mp3({}))).toBe(true);
  expect(file?.bytes).toBe(bytes.length);
});

test('a WAV is stored as its audio and what describes it', async () => {
  const { facts, bytes } = await kept(wav({ note: 'SECRET PLACE' }));
  expect(facts).toMatchObject({ kind: 'audio', mime: 'audio/wav' });
  expect(bytes.equals(wav({}))).toBe(true);
});

test('a video is measured as shown: a quarter turn swaps width and height', async () => {
  const { facts, file, bytes } = await kept(phoneFilm());
  expect(facts).toMatchObject({ kind: 'video', mime: 'video/mp4', widthPx: 36, heightPx: 64 });
  expect(file).toMatchObject({ file: 'video.mp4', widthPx: 36, heightPx: 64, bytes: bytes.length });
});

test('a video starts before it has arrived: its description comes first', async () => {
  const { bytes } = await kept(phoneFilm());
  expect(children(bytes).map((one) => one.toString('latin1', 4, 8))).toEqual(['ftyp', 'moov', 'mdat']);
});

test('an MP4 without pictures is audio', async () => {
  const { facts } = await kept(withoutPictures(phoneFilm()));
  expect(facts).toMatchObject({ kind: 'audio', mime: 'audio/mp4', widthPx: 0 });
});

const withCoding = (coding: string) => {
  const film = phoneFilm();
  film.write(coding, film.indexOf('avc1', film.indexOf('stsd')), 'latin1');
  return film;
};

test.each([
  ['a film in a coding that many browsers lack', () => withCoding('hvc1'), 'videoCoding'],
  ['a film that nobody can decode without a key', () => withCoding('encv'), 'videoCoding'],
  ['a film that ends too early', () => phoneFilm().subarray(0, 4000), 'recordingDamaged'],
  [
    'a film without tracks',
    () => Buffer.concat([phoneFilm().subarray(0, 32), box('moov')]),
    'recordingDamaged',
  ],
  ['a tag without a sound after it', () => mp3({ tag: 'x' }).subarray(0, 20), 'recordingDamaged'],
  ['a WAV without a sound', () => wav({}).subarray(0, 36), 'recordingDamaged'],
])('%s is refused, and nothing is kept', async (_what, bytes, key) => {
  expect(await take(bytes())).toMatchObject({ ok: false, code: 'invalid', key });
  expect(readdirSync(site.mediaDir)).toEqual([]);
});

test('a film whose tables name the same bytes again and again is refused', async () => {
  const film = phoneFilm();
  const stsz = film.indexOf('stsz');
  for (let index = 0; index < 15; index += 1) film.writeUInt32BE(4000, stsz + 16 + 4 * index);
  expect(await take(filmWith(film, []))).toMatchObject({ ok: false, key: 'recordingDamaged' });
  expect(readdirSync(site.mediaDir)).toEqual([]);
});

test('the same recording twice is stored once', async () => {
  const first = requireValue(await take(mp3({})));
  expect(requireValue(await take(mp3({})))).toEqual({ ...first, isDuplicate: true });
  expect(readdirSync(site.mediaDir)).toEqual([first.mediaId]);
});

test('formats that are not accepted are refused, naming the accepted ones', () => {
  for (const start of ['OggS', '\x1a\x45\xdf\xa3', 'fLaC']) {
    expect(() => recordingFormat(Buffer.from(start, 'latin1'))).toThrow('recordingNotAccepted');
  }
  expect(() => recordingFormat(Buffer.from('\0\0\0\x14ftypqt  ', 'latin1'))).toThrow('quickTime');
  expect(recordingFormat(Buffer.from('\xff\xd8\xff\xe0', 'latin1'))).toBeNull();
  expect(recordingFormat(Buffer.from('\0\0\0\x1cftypavif', 'latin1'))).toBeNull();
});
