import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MediaFacts } from '@/lib/document/media-facts';
import { leadCrop, leadCropUrl } from './lead-crop';
import { cropLead } from './shared-picture';

let mediaDir: string;
beforeEach(async () => {
  mediaDir = await mkdtemp(join(tmpdir(), 'crop-'));
});
afterEach(() => rm(mediaDir, { recursive: true }));

/** A black picture with a white square in one corner, as the library stores it. */
async function takenIn(widthPx: number, heightPx: number, focus: { focusX: number; focusY: number }) {
  const square = { create: { width: 200, height: 200, channels: 3 as const, background: '#fff' } };
  const picture = sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#000' } })
    .composite([{ input: square, left: widthPx - 200, top: heightPx - 200 }])
    .jpeg();
  await mkdir(join(mediaDir, 'picture'));
  await writeFile(join(mediaDir, 'picture', 'whole.jpg'), await picture.toBuffer());
  const renditions = [{ mime: 'image/jpeg', file: 'whole.jpg', widthPx, heightPx, bytes: 1 }];
  return { id: 'picture', renditions, ...focus } as MediaFacts;
}

async function shown(media: MediaFacts) {
  const crop = leadCrop(media);
  if (!crop) throw new Error('This picture can be cropped.');
  const { data, info } = await sharp(await cropLead(mediaDir, crop))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const bright = data.filter((value) => value > 200).length;
  return { width: info.width, height: info.height, bright, corner: data[data.length - 1] };
}

test('the focus point stays visible when a tall picture is cropped', async () => {
  const media = await takenIn(1200, 2000, { focusX: 100, focusY: 100 });
  const { width, height, corner } = await shown(media);
  expect([width, height]).toEqual([1200, 630]);
  expect(corner).toBeGreaterThan(240);
  expect(await shown({ ...media, focusX: 50, focusY: 50 })).toMatchObject({ bright: 0 });
});

test('the same holds for a wide picture, and a small one is not enlarged', async () => {
  const media = await takenIn(900, 210, { focusX: 100, focusY: 0 });
  const { width, height, corner } = await shown(media);
  expect([width, height]).toEqual([400, 210]);
  expect(corner).toBeGreaterThan(240);
  expect(await shown({ ...media, focusX: 0 })).toMatchObject({ bright: 0 });
});

test('another focus point gives another address; a picture without a JPEG or PNG file has none', () => {
  const file = { mime: 'image/jpeg' as const, file: 'a.jpg', widthPx: 1200, heightPx: 900, bytes: 1 };
  const media = { id: 'a', renditions: [file], focusX: 50, focusY: 50 } as MediaFacts;
  const url = (focusY: number) => leadCropUrl(leadCrop({ ...media, focusY }) ?? expect.fail(), 'slug');
  expect(url(10)).toMatch(/^\/share\/slug\/[0-9a-f]{12}\.jpg$/);
  expect(url(10)).not.toBe(url(90));
  expect(leadCrop({ ...media, renditions: [{ ...file, mime: 'image/avif' }] })).toBeNull();
});
