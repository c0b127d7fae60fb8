import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { media } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { ServedMedia } from '@/lib/serving/served-media';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { replaceMedia } from './replace-media';
import { sweepMedia, unownedMedia } from './sweep-media';
import { newMediaId, uploadMedia } from './upload-media';

let site: TestSite;
let said: string[];

beforeEach(() => {
  site = openTestSite();
  said = [];
});

afterEach(() => site.close());

const context = () => ({ actor: OPERATOR, now: 1, mediaDir: site.mediaDir });
const picture = (background: string) =>
  sharp({ create: { width: 40, height: 20, channels: 3, background } })
    .png()
    .toBuffer();

async function upload(background: string): Promise<string> {
  const bytes = await picture(background);
  return requireValue(await uploadMedia(site.db, { bytes, originalName: 'x.png' }, context())).mediaId;
}

const sweep = () =>
  sweepMedia(site.db, { mediaDir: site.mediaDir, say: (sentence) => said.push(sentence), pauseMs: 0 });
const filesOf = (mediaId: string) => readdirSync(join(site.mediaDir, mediaId)).sort();
const served = () => {
  let version = 0;
  return new ServedMedia(site.db, () => ++version);
};
/** Files get the time at which they changed; a sweep leaves those that are not older than itself. */
const aMomentLater = () => new Promise((done) => setTimeout(done, 50));

/** Puts a file into a folder of media, as a process leaves it that is killed before it removes it. */
function leave(mediaId: string, file: string) {
  mkdirSync(join(site.mediaDir, mediaId), { recursive: true });
  writeFileSync(join(site.mediaDir, mediaId, file), 'OLD');
}

test('a picture that was deleted is not served after a kill, and the next start removes it', async () => {
  const mediaId = await upload('red');
  const files = filesOf(mediaId);
  expect(served().has(mediaId, '40.webp')).toBe(true);
  site.db.delete(media).where(eq(media.id, mediaId)).run();
  expect(files.filter((file) => served().has(mediaId, file))).toEqual([]);
  await aMomentLater();
  await sweep();
  expect(existsSync(join(site.mediaDir, mediaId))).toBe(false);
  expect(said).toEqual(['Removed 1 files or folders of media that no longer exist.']);
});

test('a picture that was replaced is not served after a kill, and the next start removes it', async () => {
  const mediaId = await upload('red');
  const old = filesOf(mediaId);
  const change = { bytes: await picture('blue'), originalName: 'y.png', mediaId };
  requireValue(await replaceMedia(site.db, change, context()));
  const present = filesOf(mediaId);
  for (const file of old) leave(mediaId, file);
  expect(old.filter((file) => served().has(mediaId, file))).toEqual([]);
  expect(served().has(mediaId, 'r2-40.webp')).toBe(true);
  await aMomentLater();
  await sweep();
  expect(filesOf(mediaId)).toEqual(present);
});

test('a replacement that was killed before its row leaves the picture as it was', async () => {
  const mediaId = await upload('red');
  const present = filesOf(mediaId);
  leave(mediaId, 'r2-40.webp');
  expect(served().has(mediaId, 'r2-40.webp')).toBe(false);
  await aMomentLater();
  await sweep();
  expect(filesOf(mediaId)).toEqual(present);
});

test('uploads that were interrupted are removed, in whatever state', async () => {
  mkdirSync(join(site.mediaDir, '.incoming-0123456789abcdef'), { recursive: true });
  writeFileSync(join(site.mediaDir, '.receiving-0123456789abcdef'), 'OLD');
  writeFileSync(join(site.mediaDir, '.receiving-0123456789abcdef.copy.remuxed'), 'OLD');
  leave(newMediaId(), '40.webp');
  await aMomentLater();
  await sweep();
  expect(readdirSync(site.mediaDir)).toEqual([]);
});

test('an upload that begins during the sweep is left alone', async () => {
  const mediaId = await upload('red');
  const sweeping = sweep();
  leave(mediaId, 'r2-40.webp');
  writeFileSync(join(site.mediaDir, '.receiving-0123456789abcdef'), 'NEW');
  const other = newMediaId();
  leave(other, '40.webp');
  await sweeping;
  expect(filesOf(mediaId)).toContain('r2-40.webp');
  expect(readdirSync(site.mediaDir).sort()).toEqual(['.receiving-0123456789abcdef', mediaId, other].sort());
});

test('a file that is written again after the sweep found it stays', async () => {
  const mediaId = await upload('red');
  writeFileSync(join(site.mediaDir, '.receiving-0123456789abcdef'), 'OLD');
  leave(mediaId, 'r2-40.webp');
  await aMomentLater();
  const sweeping = sweepMedia(site.db, { mediaDir: site.mediaDir, say: () => undefined, pauseMs: 500 });
  while (readdirSync(site.mediaDir).length > 1) await new Promise(setImmediate);
  leave(mediaId, 'r2-40.webp');
  await sweeping;
  expect(filesOf(mediaId)).toContain('r2-40.webp');
});

test('with the database of another time, the media of this one stay', async () => {
  await upload('red');
  for (let index = 0; index < 4; index += 1) leave(newMediaId(), '40.webp');
  await aMomentLater();
  await sweep();
  expect(readdirSync(site.mediaDir)).toHaveLength(5);
  expect(said).toEqual([expect.stringContaining('4 folders')]);
});

test('a sound library has nothing that no row owns', async () => {
  await upload('red');
  const nothing = { unfinished: [], folders: [], files: [] };
  expect(await unownedMedia(site.db, { mediaDir: site.mediaDir, before: Date.now() + 1000 })).toEqual(
    nothing,
  );
  expect(await unownedMedia(site.db, { mediaDir: join(site.dataDir, 'none'), before: 1 })).toEqual(nothing);
});

test('a row is read once for each content version', async () => {
  const mediaId = await upload('red');
  let version = 1;
  const files = new ServedMedia(site.db, () => version);
  expect(files.has(mediaId, '40.webp')).toBe(true);
  site.db.delete(media).run();
  expect(files.has(mediaId, '40.webp')).toBe(true);
  version = 2;
  expect(files.has(mediaId, '40.webp')).toBe(false);
});
