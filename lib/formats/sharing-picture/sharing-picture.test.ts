import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cardHash, type SharingCard, sharingPictureUrl } from './card';
import { sharingPicture } from './paint-card';
import { shortened } from './shortened';
import { paintable, paintText, withBreakPoints } from './text-layer';

const card: SharingCard = {
  siteName: 'The Lamp',
  headline: 'A bridge & “no” <monument>',
  foot: 'By Dara',
  language: 'en',
};

test('a card gives a PNG of the size that networks require, small enough to send', async () => {
  const png = await sharingPicture(card, '');
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(png.length).toBeLessThan(100_000);
});

test('a picture is painted once', async () => {
  expect(await sharingPicture({ ...card }, '')).toBe(await sharingPicture(card, ''));
});

test('changed text changes the address', () => {
  expect(sharingPictureUrl(card, 'ស្ពាន')).toMatch(/^\/share\/%E1%9E%9F[%\w]+\/[0-9a-f]{12}\.png$/);
  expect(cardHash({ ...card, headline: 'Other' })).not.toBe(cardHash(card));
});

test('Khmer is shaped: a subscript is below its letter and takes no width of its own', async () => {
  const style = { sizePx: 60, colour: '#000000', widthPx: 1000 };
  const plain = await paintText('សត', style);
  const stacked = await paintText('ស្ត', style);
  expect(stacked.heightPx).toBeGreaterThan(plain.heightPx);
  expect(stacked.widthPx).toBeLessThan(plain.widthPx);
});

test('a line of Khmer may break only between words', () => {
  expect(withBreakPoints('ការបោះឆ្នោតនៅកម្ពុជា').split('\u200B')).toContain('កម្ពុជា');
  expect(withBreakPoints('No Khmer here')).toBe('No Khmer here');
});

test('a long headline without spaces fits', async () => {
  const layer = await sharingPicture({ ...card, headline: 'ព្រះរាជាណាចក្រកម្ពុជា'.repeat(30) }, '');
  expect(await sharp(layer).metadata()).toMatchObject({ width: 1200, height: 630 });
});

test('characters that none of our fonts has are left out, and an empty text still gives a picture', () => {
  expect(paintable('A 👩‍🚀 river\u0007')).toBe('A river');
  expect(paintable('😀')).toBe('…');
});

test('a text is shortened after a whole word, in Khmer too', () => {
  expect(shortened('A short one', 11)).toBe('A short one');
  expect(shortened('The council and the bridge', 18)).toBe('The council and…');
  expect(shortened('The council, at last, met', 13)).toBe('The council…');
  expect(shortened('ប្រជាធិបតេយ្យនៅកម្ពុជាថ្ងៃនេះ', 11)).toBe('ប្រជាធិបតេយ្យនៅកម្ពុជា…');
  expect(shortened('Donaudampfschifffahrt', 8)).toBe('Donauda…');
});

test('a word that is wider than its line makes the layer wider, so that a smaller size is tried', async () => {
  const style = { sizePx: 92, colour: '#000000', widthPx: 600 };
  const word = 'Rindfleischetikettierungsgesetz';
  expect((await paintText(word, style)).widthPx).toBeGreaterThan(600);
  expect((await paintText(word, { ...style, mayBreakWords: true })).widthPx).toBeLessThanOrEqual(600);
});

test('a logo and an accent colour change the address and the picture', async () => {
  const mediaDir = mkdtempSync(join(tmpdir(), 'broadside-card-'));
  try {
    mkdirSync(join(mediaDir, 'abc'));
    await sharp({ create: { width: 200, height: 100, channels: 3, background: '#0000ff' } })
      .png()
      .toFile(join(mediaDir, 'abc', '200.png'));
    const own = { ...card, look: { accent: '#0a5c36', logo: { mediaId: 'abc', file: '200.png' } } };
    expect(cardHash({ ...card, look: { accent: null, logo: null } })).toBe(cardHash(card));
    expect(new Set([card, { ...own, look: { ...own.look, logo: null } }, own].map(cardHash)).size).toBe(3);
    const { data, info } = await sharp(await sharingPicture(own, mediaDir))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
    ];
    expect(at(600, 5)).toEqual([0x0a, 0x5c, 0x36]);
    expect(at(100, 100)).toEqual([0, 0, 255]);
  } finally {
    rmSync(mediaDir, { recursive: true });
  }
});
