import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { mediaUses, posts } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { createTopic, deleteTopic } from '@/lib/labels/topics';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { deleteMedia, describeMedia } from './manage-media';
import { findMediaFacts, listMedia } from './queries';
import { uploadMedia } from './upload-media';

const now = Date.UTC(2026, 0, 2);
let site: TestSite;
let db: Db;
let mediaDir: string;

beforeEach(() => {
  site = openTestSite();
  ({ db, mediaDir } = site);
});

afterEach(() => site.close());

const context = () => ({ actor: OPERATOR, now, mediaDir });
const upload = (bytes: Buffer, originalName = 'a.jpg') => uploadMedia(db, { bytes, originalName }, context());

function noise(width: number, height: number) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  });
}

/** Returns a rotated JPEG with a location in its metadata. */
function geotagged(width: number, height: number): Promise<Buffer> {
  return noise(width, height)
    .withExif({
      IFD0: { Make: 'Tellcamera', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '11/1 33/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '104/1 55/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

test('no file of a picture keeps the location, the camera or the orientation', async () => {
  const bytes = await geotagged(600, 400);
  expect((await sharp(bytes).metadata()).exif).toBeDefined();

  const { mediaId } = requireValue(await upload(bytes));

  const files = readdirSync(join(mediaDir, mediaId));
  expect(files).toContain('master.jpg');
  for (const file of files) {
    const kept = readFileSync(join(mediaDir, mediaId, file));
    const facts = await sharp(kept).metadata();
    expect([file, facts.exif, facts.xmp, facts.iptc]).toEqual([file, undefined, undefined, undefined]);
    expect(facts.orientation ?? 1).toBe(1);
    expect(kept.includes('Tellcamera')).toBe(false);
  }
  expect(findMediaFacts(db, [mediaId]).get(mediaId)).toMatchObject({ widthPx: 400, heightPx: 600 });
});

/** Whether the colours of an AVIF file are at half its size. @see https://aomediacodec.github.io/av1-isobmff/#av1codecconfigurationbox */
function hasHalfColours(avif: Buffer): boolean {
  const flags = avif.readUInt8(avif.indexOf('av1C') + 6);
  return (flags & 0b1100) === 0b1100;
}

test('AVIF has colours at half the size of a photograph, and at the whole size of a drawing', async () => {
  const isHalved = async (bytes: Buffer) => {
    const { mediaId } = requireValue(await upload(bytes));
    return hasHalfColours(readFileSync(join(mediaDir, mediaId, '320.avif')));
  };
  expect(await isHalved(await noise(640, 480).jpeg().toBuffer())).toBe(true);
  expect(await isHalved(await noise(640, 480).png().toBuffer())).toBe(false);
});

test('renditions are made in AVIF, WebP and JPEG, never larger than the picture', async () => {
  const { mediaId } = requireValue(await upload(await noise(1000, 500).jpeg().toBuffer()));

  const facts = findMediaFacts(db, [mediaId]).get(mediaId);

  expect(facts?.renditions.map(({ file }) => file)).toEqual([
    '320.avif',
    '320.webp',
    '480.avif',
    '480.webp',
    '800.avif',
    '800.webp',
    '1000.avif',
    '1000.jpg',
    '1000.webp',
  ]);
  for (const rendition of facts?.renditions ?? []) {
    const kept = await sharp(readFileSync(join(mediaDir, mediaId, rendition.file))).metadata();
    expect([kept.width, kept.height]).toEqual([rendition.widthPx, rendition.heightPx]);
  }
});

test('AVIF is kept only where it is smaller than WebP', async () => {
  // What surrounds the picture in an AVIF file alone is larger than this as WebP.
  const small = sharp({ create: { width: 20, height: 20, channels: 3, background: '#246' } });
  const { mediaId } = requireValue(await upload(await small.png().toBuffer()));

  const facts = findMediaFacts(db, [mediaId]).get(mediaId);

  expect(facts?.renditions.map(({ file }) => file)).toEqual(['20.png', '20.webp']);
});

test('a picture wider than 2560 pixels is stored at 2560', async () => {
  const { mediaId } = requireValue(await upload(await noise(3000, 300).png().toBuffer()));

  expect(findMediaFacts(db, [mediaId]).get(mediaId)).toMatchObject({
    mime: 'image/png',
    widthPx: 2560,
    heightPx: 256,
  });
});

test('a transparent picture stays transparent', async () => {
  const bytes = await sharp({ create: { width: 60, height: 60, channels: 4, background: '#0000' } })
    .webp()
    .toBuffer();
  const { mediaId } = requireValue(await upload(bytes));

  expect((await sharp(join(mediaDir, mediaId, '60.png')).metadata()).hasAlpha).toBe(true);
});

test('an animation stays animated', async () => {
  const frames = [await noise(40, 30).png().toBuffer(), await noise(40, 30).png().toBuffer()];
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  const { mediaId } = requireValue(await upload(bytes, 'moving.gif'));

  const facts = findMediaFacts(db, [mediaId]).get(mediaId);

  expect(facts).toMatchObject({ mime: 'image/gif', widthPx: 40, heightPx: 30 });
  expect(facts?.renditions.map(({ file }) => file)).toEqual(['master.gif', '40.webp']);
  expect((await sharp(join(mediaDir, mediaId, '40.webp')).metadata()).pages).toBe(2);
});

test('no file of an animation keeps the location or the camera', async () => {
  const frames = [await noise(40, 30).png().toBuffer(), await noise(40, 30).png().toBuffer()];
  const bytes = await sharp(frames, { join: { animated: true } })
    .withExif({ IFD0: { Make: 'Tellcamera' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Tellcamera</x:xmpmeta>')
    .webp()
    .toBuffer();
  expect(await sharp(bytes).metadata()).toMatchObject({ pages: 2, exif: expect.anything() });

  const { mediaId } = requireValue(await upload(bytes, 'moving.webp'));

  const files = readdirSync(join(mediaDir, mediaId));
  expect(files.sort()).toEqual(['40.webp', 'master.gif']);
  for (const file of files) {
    const kept = readFileSync(join(mediaDir, mediaId, file));
    const { exif, xmp, iptc, pages } = await sharp(kept).metadata();
    expect([file, exif, xmp, iptc, pages]).toEqual([file, undefined, undefined, undefined, 2]);
    expect(kept.includes('Tellcamera')).toBe(false);
  }
});

test('the same file twice is one picture, also when both are uploaded at once', async () => {
  const bytes = await noise(50, 50).jpeg().toBuffer();
  const [first, second] = await Promise.all([upload(bytes), upload(bytes, 'again.jpg')]);

  expect(requireValue(second)).toEqual({ mediaId: requireValue(first).mediaId, isDuplicate: true });
  expect(readdirSync(mediaDir)).toEqual([requireValue(first).mediaId]);
});

test.each([
  [
    'an SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'notAPicture',
  ],
  ['an empty file', Buffer.alloc(0), 'emptyFile'],
  ['a HEIC picture', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'), 'heic'],
  ['a file over 30 MB', Buffer.alloc(30 * 1024 * 1024 + 1), 'pictureOver30'],
  [
    'a JPEG of which only the head is there',
    Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'),
    'pictureDamaged',
  ],
])('%s is refused, and nothing is kept', async (_what, bytes, key) => {
  const outcome = await upload(bytes);

  expect(outcome).toMatchObject({ ok: false, code: 'invalid', key });
  expect(listMedia(db, {}).total).toBe(0);
});

test('a truncated JPEG is refused and does not stop the next upload', async () => {
  const bytes = await noise(400, 400).jpeg().toBuffer();

  expect(await upload(bytes.subarray(0, bytes.length / 2))).toMatchObject({ ok: false, code: 'invalid' });
  expect(await upload(bytes)).toMatchObject({ ok: true });
});

test('a picture of more than 60 million pixels is refused before it is decoded', async () => {
  const bytes = await sharp({ create: { width: 9000, height: 7000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();

  expect(await upload(bytes)).toMatchObject({ ok: false, key: 'tooManyPixels' });
});

test('a picture with one very long side is refused before it is decoded', async () => {
  const bytes = await sharp({ create: { width: 1, height: 60_000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();

  expect(await upload(bytes)).toMatchObject({ ok: false, key: 'sideTooLong' });
});

test('alt text, caption and credit can be set and are searched', async () => {
  const { mediaId } = requireValue(await upload(await noise(50, 50).jpeg().toBuffer(), '/tmp/../river.jpg'));
  const words = { mediaId, alt: ' A river ', caption: 'The Mekong, 100%', credit: 'Sok' };
  requireValue(describeMedia(db, words, context()));

  expect(listMedia(db, { q: '100%' }).media).toMatchObject([
    { id: mediaId, alt: 'A river', originalName: 'river.jpg' },
  ]);
  expect(listMedia(db, { q: '100_' }).total).toBe(0);
});

test('a picture in use is not deleted; an unused one is deleted with its files', async () => {
  const { mediaId } = requireValue(await upload(await noise(50, 50).jpeg().toBuffer()));
  const post = {
    feedId: 'x',
    slug: 'x',
    language: 'en',
    kind: 'post',
    status: 'draft',
    createdAt: now,
  } as const;
  const { id: postId } = db.insert(posts).values(post).returning().get();
  db.insert(mediaUses).values({ mediaId, postId }).run();

  expect(listMedia(db, {}).media).toMatchObject([{ id: mediaId, uses: 1 }]);
  expect(await deleteMedia(db, { mediaId }, context())).toMatchObject({ ok: false, code: 'conflict' });

  db.delete(mediaUses).run();
  const topic = { name: { en: 'Rivers' }, description: {}, mediaId };
  const { topicId } = requireValue(createTopic(db, topic, context()));
  expect(await deleteMedia(db, { mediaId }, context())).toMatchObject({ ok: false, code: 'conflict' });

  requireValue(deleteTopic(db, { id: topicId }, context()));
  expect(await deleteMedia(db, { mediaId }, context())).toEqual({ ok: true, value: { mediaId } });
  expect(readdirSync(mediaDir)).toEqual([]);
  expect(await deleteMedia(db, { mediaId }, context())).toMatchObject({ ok: false, code: 'not_found' });
});
