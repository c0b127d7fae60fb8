import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordQueries } from '@/db/recorded-queries';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { replaceMedia } from '@/lib/media/replace-media';
import { uploadMedia } from '@/lib/media/upload-media';
import { updateSite } from '@/lib/posts/commands/update-site';
import { Fingerprints } from '@/lib/serving/fingerprints';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { renderManifest } from '../feeds/manifest';
import { answerIcon } from './answer-icon';
import { ICON_PATHS } from './paint-icon';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const context = () => ({ actor: OPERATOR, now: 1, mediaDir: site.mediaDir });
/** Twice as wide as high. */
const picture = (background: string) =>
  sharp({ create: { width: 600, height: 300, channels: 4, background } })
    .png()
    .toBuffer();
const ask = async (path: string) => {
  const answer = await answerIcon(site.db, path, { mediaDir: site.mediaDir, publicDir: 'public' });
  return { type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) };
};

async function choose(background: string): Promise<string> {
  const bytes = await picture(background);
  const { mediaId } = requireValue(await uploadMedia(site.db, { bytes, originalName: 'a.png' }, context()));
  requireValue(updateSite(site.db, { iconMediaId: mediaId }, context()));
  return mediaId;
}

test.each(ICON_PATHS)('%s is the program’s own until the publication has an icon', async (path) => {
  expect((await ask(path)).bytes).toEqual(readFileSync(`public${path}`));
  await choose('#00f');
  expect((await ask(path)).bytes).not.toEqual(readFileSync(`public${path}`));
});

test.each([
  ['/icon-192.png', 192, 4],
  ['/icon-512.png', 512, 4],
  ['/icon-maskable.png', 512, 3],
  ['/apple-touch-icon.png', 180, 3],
])('%s is a square PNG of %i pixels with %i channels', async (path, sizePx, channels) => {
  await choose('#00f');
  const { type, bytes } = await ask(path);
  expect(type).toBe('image/png');
  expect(await sharp(bytes).metadata()).toMatchObject({ width: sizePx, height: sizePx, channels });
});

test('favicon.ico contains one PNG, and the drawing contains the picture', async () => {
  await choose('#00f');
  const { type, bytes } = await ask('/favicon.ico');
  expect(type).toBe('image/x-icon');
  expect([...bytes.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 48, 48]);
  const png = bytes.subarray(bytes.readUInt32LE(18));
  expect(png.length).toBe(bytes.readUInt32LE(14));
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 48 });
  const drawing = await ask('/icon.svg');
  expect(drawing.type).toBe('image/svg+xml');
  expect(await sharp(drawing.bytes).metadata()).toMatchObject({ format: 'svg', width: 96 });
});

test('what shows the icon is changed by another icon, and by another file of the same', async () => {
  const fingerprints = new Fingerprints(site.db.$client.name, () => 0);
  const version = () => site.db.$client.prepare('select content_version from site').pluck().get() as number;
  const printOf = async () => {
    const { recording } = await recordQueries(() => ask('/favicon.ico'));
    const print = fingerprints.of(recording);
    if (!print) throw new Error('Nothing was recorded.');
    return print;
  };
  const none = await printOf();
  const mediaId = await choose('#00f');
  expect(fingerprints.check(none, version())).toBe('changed');
  const blue = await printOf();
  expect(fingerprints.check(blue, version())).toBe('same');
  const manifest = renderManifest(site.db);
  const bytes = await picture('#0a0');
  requireValue(await replaceMedia(site.db, { mediaId, bytes, originalName: 'b.png' }, context()));
  expect(fingerprints.check(blue, version())).toBe('changed');
  expect(renderManifest(site.db)).not.toBe(manifest);
  fingerprints.close();
});

test('the manifest names the publication’s own icons, whose addresses no cache has', async () => {
  const sources = () => JSON.parse(renderManifest(site.db)).icons.map(({ src }: { src: string }) => src);
  expect(sources()).toEqual(['/icon.svg', '/icon-192.png', '/icon-512.png', '/icon-maskable.png']);
  await choose('#00f');
  expect(sources()).toEqual([
    expect.stringMatching(/^\/icon-192\.png\?v=[0-9a-f]{8}$/),
    expect.stringMatching(/^\/icon-512\.png\?v=[0-9a-f]{8}$/),
    expect.stringMatching(/^\/icon-maskable\.png\?v=[0-9a-f]{8}$/),
  ]);
});
