import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { media } from '@/db/schema';
import { actorOf, OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { leadCrop } from '@/lib/formats/sharing-picture/lead-crop';
import { findPublishedPost } from '@/lib/posts/queries';
import { ServedMedia } from '@/lib/serving/served-media';
import { buildPost } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { editPicture, findEdit } from './edit-picture';
import { describeMedia } from './manage-media';
import { findOriginal } from './original';
import type { PictureArea } from './picture-edit';
import { findMediaFacts } from './queries';
import { replaceMedia } from './replace-media';
import { sweepMedia, unownedMedia } from './sweep-media';
import { uploadMedia } from './upload-media';

let site: TestSite;
let db: Db;

beforeEach(() => {
  site = openTestSite();
  ({ db } = site);
});
afterEach(() => site.close());

const context = () => ({ actor: OPERATOR, now: 1, mediaDir: site.mediaDir });
const filesOf = (mediaId: string) => readdirSync(join(site.mediaDir, mediaId)).sort();
const rowOf = (mediaId: string) => db.select().from(media).where(eq(media.id, mediaId)).get();
const area = (leftPx: number, topPx: number, widthPx: number, heightPx: number): PictureArea => {
  return { leftPx, topPx, widthPx, heightPx };
};
const edit = (mediaId: string, turns: number, part: PictureArea) =>
  editPicture(db, { mediaId, turns, area: part }, context());

const COLOURS = { red: [255, 0, 0], green: [0, 255, 0], blue: [0, 0, 255], white: [255, 255, 255] };
type Colour = keyof typeof COLOURS;

/** A picture with a colour in each quarter: red and green above, blue and white below. */
function quarters() {
  const quarter = (background: string) => ({
    create: { width: 200, height: 150, channels: 3 as const, background },
  });
  return sharp({ create: { width: 400, height: 300, channels: 3, background: '#f00' } }).composite([
    { input: quarter('#0f0'), left: 200, top: 0 },
    { input: quarter('#00f'), left: 0, top: 150 },
    { input: quarter('#fff'), left: 200, top: 150 },
  ]);
}

async function take(bytes: Buffer, originalName = 'a.jpg'): Promise<string> {
  return requireValue(await uploadMedia(db, { bytes, originalName }, context())).mediaId;
}

/** The colours in the four corners of each file that is served. */
async function cornersOf(mediaId: string): Promise<Colour[][]> {
  const found: Colour[][] = [];
  for (const { file, widthPx, heightPx } of rowOf(mediaId)?.renditions ?? []) {
    const { data, info } = await sharp(join(site.mediaDir, mediaId, file))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([widthPx, heightPx]);
    const colourAt = (x: number, y: number) =>
      nearest([...data.subarray((y * info.width + x) * 3).subarray(0, 3)]);
    const [right, foot] = [info.width - 6, info.height - 6];
    found.push([colourAt(5, 5), colourAt(right, 5), colourAt(5, foot), colourAt(right, foot)]);
  }
  expect(found.length).toBeGreaterThan(1);
  return found;
}

function nearest(pixel: number[]): Colour {
  const distance = (colour: Colour) =>
    COLOURS[colour].reduce((sum, part, at) => sum + Math.abs(part - (pixel[at] ?? 0)), 0);
  return (Object.keys(COLOURS) as Colour[]).reduce((best, colour) =>
    distance(colour) < distance(best) ? colour : best,
  );
}

test('every file is turned first and cropped then, and the original stays as it is on the disk', async () => {
  const mediaId = await take(await quarters().jpeg().toBuffer());
  const original = readFileSync(join(site.mediaDir, mediaId, 'master.jpg'));
  requireValue(await edit(mediaId, 1, area(0, 0, 300, 400)));
  const turned = await cornersOf(mediaId);
  expect(turned).toEqual(turned.map(() => ['blue', 'red', 'white', 'green']));
  requireValue(await edit(mediaId, 1, area(0, 0, 300, 190)));
  const cropped = await cornersOf(mediaId);
  expect(cropped).toEqual(cropped.map(() => ['blue', 'red', 'blue', 'red']));
  expect(rowOf(mediaId)).toMatchObject({ widthPx: 300, heightPx: 190, master: { file: 'master.jpg' } });
  expect(readFileSync(join(site.mediaDir, mediaId, 'master.jpg'))).toEqual(original);
});

test('a picture that its camera turned is edited as it is seen', async () => {
  // Orientation 6: it is seen with its left side above.
  const mediaId = await take(await quarters().withMetadata({ orientation: 6 }).jpeg().toBuffer());
  const whole = await cornersOf(mediaId);
  expect(whole).toEqual(whole.map(() => ['blue', 'red', 'white', 'green']));
  expect(findEdit(db, mediaId).original).toEqual({ widthPx: 300, heightPx: 400 });
  requireValue(await edit(mediaId, 3, area(0, 0, 400, 140)));
  const shown = await cornersOf(mediaId);
  expect(shown).toEqual(shown.map(() => ['red', 'green', 'red', 'green']));
});

test('the whole original comes back, with addresses that no cache has', async () => {
  const mediaId = await take(await quarters().png().toBuffer(), 'a.png');
  const first = filesOf(mediaId);
  requireValue(await edit(mediaId, 0, area(200, 0, 200, 150)));
  expect(filesOf(mediaId)).toEqual(['master.png', 'r2-200.png', 'r2-200.webp']);
  requireValue(await edit(mediaId, 0, area(0, 0, 400, 300)));
  expect(rowOf(mediaId)).toMatchObject({ edit: null, widthPx: 400, heightPx: 300 });
  const corners = await cornersOf(mediaId);
  expect(corners).toEqual(corners.map(() => ['red', 'green', 'blue', 'white']));
  const names = (prefix: string) =>
    first.map((file) => (file.startsWith('master') ? file : prefix + file)).sort();
  expect(filesOf(mediaId)).toEqual(names('r3-'));
  // An edit that changes nothing makes no files.
  requireValue(await edit(mediaId, 0, area(0, 0, 400, 300)));
  expect(filesOf(mediaId)).toEqual(names('r3-'));
});

test('posts, the sharing picture and what is served show the part alone', async () => {
  const mediaId = await take(await quarters().jpeg().toBuffer());
  const { postId } = buildPost(db, {
    body: { type: 'doc', content: [{ type: 'figure', attrs: { mediaId } }] } as never,
  });
  const slug = String(db.$client.prepare('select slug from posts where id = ?').pluck().get(postId));
  const before = rowOf(mediaId)?.renditions ?? [];
  requireValue(await edit(mediaId, 0, area(0, 0, 200, 120)));
  const html = findPublishedPost(db, slug)?.bodyHtml ?? '';
  expect(html).toContain(`/media/${mediaId}/r2-200.jpg`);
  expect(html).toContain('width="200" height="120"');
  const facts = findMediaFacts(db, [mediaId]).get(mediaId);
  expect(facts && leadCrop(facts)).toMatchObject({ file: 'r2-200.jpg' });
  let version = 0;
  const served = new ServedMedia(db, () => ++version);
  expect(served.has(mediaId, 'r2-200.webp')).toBe(true);
  for (const { file } of [...before, { file: 'master.jpg' }])
    expect(served.has(mediaId, file), file).toBe(false);
});

test('the focus point follows, and the hashes of the new files are recorded', async () => {
  const mediaId = await take(await quarters().jpeg().toBuffer());
  const words = { alt: '', caption: '', credit: '' };
  requireValue(describeMedia(db, { mediaId, ...words, focusX: 25, focusY: 25 }, context()));
  const shown = requireValue(await edit(mediaId, 0, area(0, 0, 200, 150)));
  expect(shown).toMatchObject({ focusX: 50, focusY: 50, widthPx: 200 });
  for (const { file, sha256, bytes } of rowOf(mediaId)?.renditions ?? []) {
    const data = readFileSync(join(site.mediaDir, mediaId, file));
    expect([data.length, createHash('sha256').update(data).digest('hex')]).toEqual([bytes, sha256]);
  }
});

test('the sweep removes what a kill left before or after the row was written, and keeps the original', async () => {
  const mediaId = await take(await quarters().jpeg().toBuffer());
  const earlier = filesOf(mediaId).filter((file) => file !== 'master.jpg');
  requireValue(await edit(mediaId, 0, area(0, 0, 200, 150)));
  const present = filesOf(mediaId);
  expect(present).toContain('master.jpg');
  for (const file of [...earlier, 'r3-300.webp']) writeFileSync(join(site.mediaDir, mediaId, file), 'LEFT');
  await new Promise((done) => setTimeout(done, 50));
  await sweepMedia(db, { mediaDir: site.mediaDir, say: () => undefined, pauseMs: 0 });
  expect(filesOf(mediaId)).toEqual(present);
  expect(await unownedMedia(db, { mediaDir: site.mediaDir, before: Date.now() + 1000 })).toMatchObject({
    files: [],
  });
});

test('a picture of an earlier version, whose original no row names, is edited too', async () => {
  const mediaId = await take(await quarters().jpeg().toBuffer());
  db.update(media).set({ master: null }).run();
  requireValue(await edit(mediaId, 0, area(0, 0, 200, 150)));
  expect(rowOf(mediaId)?.master).toMatchObject({ file: 'master.jpg' });
});

test('a replaced file is shown whole, and its original is the new one', async () => {
  const mediaId = await take(await quarters().jpeg().toBuffer());
  requireValue(await edit(mediaId, 0, area(0, 0, 200, 150)));
  const bytes = await quarters().png().toBuffer();
  requireValue(await replaceMedia(db, { mediaId, bytes, originalName: 'b.png' }, context()));
  expect(rowOf(mediaId)).toMatchObject({ edit: null, widthPx: 400, master: { file: 'r3-master.png' } });
  expect(filesOf(mediaId).every((file) => file.startsWith('r3-'))).toBe(true);
  expect((await findOriginal(db, mediaId, site.mediaDir)).mime).toBe('image/png');
  requireValue(await edit(mediaId, 2, area(0, 0, 400, 300)));
  expect(filesOf(mediaId)).toContain('r3-master.png');
});

test('an animation, a crop that is too small and one outside are refused, and nothing changes', async () => {
  const frames = ['#f00', '#0f0'].map((background) => ({
    create: { width: 200, height: 150, channels: 3 as const, background },
  }));
  const pngs = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
  const moving = await take(
    await sharp(pngs, { join: { animated: true } })
      .gif()
      .toBuffer(),
    'a.gif',
  );
  expect(await edit(moving, 1, area(0, 0, 150, 200))).toMatchObject({ key: 'onlyStillPictures' });
  expect(() => findEdit(db, moving)).toThrow('onlyStillPictures');

  const mediaId = await take(await quarters().jpeg().toBuffer());
  const files = filesOf(mediaId);
  expect(await edit(mediaId, 0, area(0, 0, 99, 300))).toMatchObject({
    key: 'cropTooSmall',
    values: { px: 100 },
  });
  expect(await edit(mediaId, 1, area(0, 0, 400, 300))).toMatchObject({ key: 'cropOutside' });
  expect(await edit('none', 0, area(0, 0, 100, 100))).toMatchObject({
    code: 'not_found',
    key: 'pictureGone',
  });
  const author = actorOf({ id: buildUser(db, { role: 'author' }), role: 'author' });
  const input = { mediaId, turns: 0, area: area(0, 0, 200, 150) };
  expect(await editPicture(db, input, { ...context(), actor: author })).toMatchObject({ code: 'forbidden' });
  expect(filesOf(mediaId)).toEqual(files);
  rmSync(join(site.mediaDir, mediaId, 'master.jpg'));
  expect(await edit(mediaId, 0, area(0, 0, 200, 150))).toMatchObject({ key: 'originalMissing' });
});
