import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { closeSharedPools } from '@/lib/process/shared-pools';
import { children, filmWith, phoneFilm, withoutPictures } from '@/tools/testing/films';
import { box, chunk, mp3, uint32, wav } from '@/tools/testing/recordings';
import { storedFiles, wordsStored } from '@/tools/testing/stored-media';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { recordingFormat } from './recording';
import { uploadRecording } from './upload-recording';

/*
 * What devices and programs write into recordings, each with words of its own, and a search for these words in
 * every stored byte.
 */

let site: TestSite;

beforeEach(() => {
  site = openTestSite();
});

afterEach(() => site.close());
afterAll(closeSharedPools);

async function store(bytes: Buffer): Promise<Buffer> {
  const format = recordingFormat(bytes);
  if (!format) throw new Error('It is no recording.');
  const pieces = (async function* () {
    yield bytes;
  })();
  const context = { actor: OPERATOR, now: 1, mediaDir: site.mediaDir };
  requireValue(await uploadRecording(site.db, { format, pieces, originalName: 'x' }, context));
  const [file, ...others] = storedFiles(site.mediaDir);
  expect(others).toEqual([]);
  return file?.bytes ?? Buffer.alloc(0);
}

/** Boxes and the place where programs write them. */
const PLACES: [path: string, type: string][] = [
  ...['free', 'skip', 'wide', 'uuid', 'pnot', 'PICT', 'meta', 'gps ', 'XMP_', 'thum', 'mdat'].map(
    (type): [string, string] => ['', type],
  ),
  ...['udta', 'meta', 'uuid', 'free', 'gps ', 'XMP_', 'thum', 'loci', 'iods', 'drm '].map(
    (type): [string, string] => ['moov', type],
  ),
  ...['meta', 'uuid', 'free', 'tref', 'load', 'clip'].map((type): [string, string] => ['moov/trak', type]),
  ['moov/trak/mdia', 'uuid'],
  ['moov/trak/mdia', 'elng'],
  ['moov/trak/mdia/minf', 'gmhd'],
  ['moov/trak/mdia/minf/stbl', 'sgpd'],
  ['moov/trak/mdia/minf/stbl', 'uuid'],
];
const USER_DATA = [
  '\xa9xyz',
  '\xa9nam',
  '\xa9mak',
  '\xa9swr',
  'loci',
  'gps ',
  'XMP_',
  'thum',
  'auth',
  'titl',
  'kywd',
  'name',
  'albr',
];
const TRACKS = [
  ['text', 'text'],
  ['meta', 'mett'],
  ['meta', 'gpmd'],
  ['meta', 'djmd'],
  ['tmcd', 'tmcd'],
  ['sbtl', 'tx3g'],
  ['subt', 'stpp'],
  ['clcp', 'c608'],
  ['vide', 'mjpg'],
  ['hint', 'rtp '],
] as const;
const wordOf = (place: string) => `SECRET-${place.replaceAll(/[^a-zA-Z0-9]/g, '')}-OF-${place.length}`;

function filmOfEverything(): { film: Buffer; words: string[] } {
  const boxes = PLACES.map(([path, type]) => ({ path, type, word: wordOf(`${path}/${type}`) }));
  const userData = USER_DATA.map((type) => ({ type, word: wordOf(`udta/${type}`) }));
  const list = box(
    'ilst',
    ...['covr', '\xa9too', '----'].map((type) =>
      box(type, box('data', uint32(1), uint32(0), Buffer.from(wordOf(`ilst/${type}`)))),
    ),
  );
  const tracks = TRACKS.map(([handler, coding]) => ({
    handler,
    coding,
    data: Buffer.from(wordOf(`track/${coding}`)),
  }));
  const film = filmWith(
    phoneFilm(),
    [
      ...boxes.map(({ path, type, word }) => ({ path, box: box(type, Buffer.from(word)) })),
      { path: 'moov/udta', box: box('meta', Buffer.alloc(4), list) },
      ...userData.map(({ type, word }) => ({ path: 'moov/udta', box: box(type, Buffer.from(word)) })),
    ],
    tracks,
  );
  const words = [
    ...[...boxes, ...userData].map(({ word }) => word),
    ...['covr', '\xa9too', '----'].map((type) => wordOf(`ilst/${type}`)),
    ...TRACKS.map(([, coding]) => wordOf(`track/${coding}`)),
    ...['MARKER-TITLE', 'MARKER-HANDLER', 'Lavf', 'Lavc', 'x264'],
  ];
  return { film, words };
}

test('nothing is left of what devices write into a film', async () => {
  const { film, words } = filmOfEverything();
  expect(words.filter((word) => !film.includes(word))).toEqual([]);
  await store(film);
  expect(wordsStored(site.mediaDir, [...words, 'SECRET', 'Mediabunny'])).toEqual([]);
});

const CONTAINERS = ['moov', 'trak', 'edts', 'mdia', 'minf', 'dinf', 'stbl'];
const BOXES = [
  ...['ftyp', 'moov', 'mdat', 'mvhd', 'trak', 'tkhd', 'edts', 'elst', 'mdia', 'mdhd', 'hdlr', 'minf'],
  ...['vmhd', 'smhd', 'dinf', 'dref', 'stbl', 'stsd', 'stts', 'ctts', 'cslg', 'stsc', 'stsz', 'stco', 'stss'],
];

function boxesIn(content: Buffer): string[] {
  return children(content).flatMap((one) => {
    const type = one.toString('latin1', 4, 8);
    return CONTAINERS.includes(type) ? [type, ...boxesIn(one.subarray(8))] : [type];
  });
}

test('a stored film has the boxes that players need, and no others', async () => {
  const found = boxesIn(await store(filmOfEverything().film));
  expect(found.filter((type) => !BOXES.includes(type))).toEqual([]);
  expect(found.filter((type) => type === 'trak')).toHaveLength(2);
});

test('a film does not tell when it was made', async () => {
  const film = await store(phoneFilm());
  for (const type of ['mvhd', 'tkhd', 'mdhd']) {
    const at = film.indexOf(type);
    expect(film.subarray(at + 8, at + 16)).toEqual(Buffer.alloc(8));
  }
});

test('an M4A keeps neither its cover nor its tags', async () => {
  const list = box(
    'ilst',
    box('covr', Buffer.from('SECRET COVER')),
    box('\xa9ART', Buffer.from('SECRET ARTIST')),
  );
  const sound = filmWith(withoutPictures(phoneFilm()), [
    { path: 'moov', box: box('udta', box('meta', Buffer.alloc(4), list)) },
  ]);
  await store(sound);
  expect(wordsStored(site.mediaDir, ['SECRET', 'MARKER'])).toEqual([]);
});

const id3v1 = Buffer.concat([Buffer.from('TAGSECRET-V1'), Buffer.alloc(116)]);
const enhanced = Buffer.concat([Buffer.from('TAG+SECRET-PLUS'), Buffer.alloc(212)]);
const lyrics = Buffer.from('LYRICSBEGININD0000210LYR00012SECRET-LYRICS000043LYRICS200');

function ape(word: string, hasHead: boolean): Buffer {
  const item = Buffer.concat([uint32(0), Buffer.alloc(4), Buffer.from('Title\0'), Buffer.from(word)]);
  const edge = (isHead: boolean) => {
    const bytes = Buffer.alloc(32);
    bytes.write('APETAGEX');
    bytes.writeUInt32LE(2000, 8);
    bytes.writeUInt32LE(item.length + 32, 12);
    bytes.writeUInt32LE(1, 16);
    bytes.writeUInt32LE(((hasHead ? 0x80000000 : 0) + (isHead ? 0x20000000 : 0)) >>> 0, 20);
    return bytes;
  };
  return Buffer.concat([...(hasHead ? [edge(true)] : []), item, edge(false)]);
}

function id3WithFooter(word: string): Buffer {
  const head = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0x10, 0, 0, 0, word.length]);
  const foot = Buffer.concat([Buffer.from('3DI'), head.subarray(3)]);
  return Buffer.concat([head, Buffer.from(word), foot]);
}

/** The frame that describes a recording, as LAME writes it. */
function infoFrame(): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  frame.write('Info', 36);
  frame.writeUInt32BE(0, 40);
  frame.write('LAME3.SEC', 44);
  frame.writeUIntBE(0x240500, 65, 3);
  frame.write('SECRET-AFTER', 100);
  return frame;
}

test.each(['LAME3.100', 'Lavf58.76', 'Lavc58.13'])(
  'an MP3 by %s names the same encoder as every other, and keeps the samples to skip',
  async (name) => {
    const frame = infoFrame();
    frame.write(name, 44, 'latin1');
    const stored = await store(Buffer.concat([frame, mp3({})]));
    expect(stored.toString('latin1', 44, 53)).toBe('LAME\0\0\0\0\0');
    expect(stored.readUIntBE(65, 3)).toBe(0x240500);
  },
);

test('nothing is left of the tags of an MP3, wherever they are', async () => {
  const audio = mp3({});
  const tags = [id3WithFooter('SECRET-V24'), ape('SECRET-APE', true), ape('SECRET-APE1', false)];
  const sound = Buffer.concat([
    mp3({ tag: 'SECRET-V2' }).subarray(0, mp3({ tag: 'SECRET-V2' }).length - audio.length),
    ape('SECRET-FIRST', true),
    infoFrame(),
    audio,
    id3WithFooter('SECRET-BETWEEN'),
    audio,
    ...tags,
    lyrics,
    enhanced,
    id3v1,
  ]);
  const stored = await store(sound);
  expect(wordsStored(site.mediaDir, ['SECRET', 'TAG', 'LYRICS', 'APETAG', 'ID3', '3DI', '3.SEC'])).toEqual(
    [],
  );
  expect(stored.subarray(417).equals(Buffer.concat([audio, audio]))).toBe(true);
  // Players take from here how many samples to skip.
  expect(stored.toString('latin1', 36, 40)).toBe('Info');
  expect(stored.toString('latin1', 44, 48)).toBe('LAME');
  expect(stored.readUIntBE(65, 3)).toBe(0x240500);
});

test('nothing is left of the notes of a WAV', async () => {
  const plain = wav({});
  const notes = ['bext', 'iXML', 'id3 ', '_PMX', 'cue ', 'JUNK', 'aXML'].map((name) =>
    chunk(name, Buffer.from(`SECRET-${name}`)),
  );
  await store(Buffer.concat([wav({ note: 'SECRET-LIST' }), ...notes, Buffer.from('SECRET')]));
  expect(wordsStored(site.mediaDir, ['SECRET'])).toEqual([]);
  expect(storedFiles(site.mediaDir)[0]?.bytes.equals(plain)).toBe(true);
});
