import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFontsInside } from './font-faces';
import { subsetFaces } from './subset-faces';

const KHMER = join(
  'node_modules/@fontsource-variable/noto-serif-khmer/files',
  'noto-serif-khmer-khmer-wght-normal.woff2',
);
const face = (path: string, rest: string) =>
  `@font-face{font-family:F;src:url(${path}) format("woff2");font-weight:100 900;${rest}}`;
const fonts = (path: string) => (path === '/f.woff2' ? readFile(KHMER) : Promise.resolve(null));

test('a font is embedded with the letters that are used; fonts for other letters are left out', async () => {
  const css = `a{b:c}${face('/f.woff2', 'unicode-range:U+1780-17FF')}${face('/f.woff2', 'unicode-range:U+41-5A')}`;
  const few = await withFontsInside(css, { upright: 'ក្រ 1', italic: '' }, fonts);
  const [, data = ''] = /base64,([^)]+)\)/.exec(few) ?? [];
  expect(few.match(/@font-face/g)).toHaveLength(1);
  expect(few).toContain('a{b:c}');
  expect(few).not.toContain('/f.woff2');
  expect(Buffer.from(data, 'base64').subarray(0, 4).toString()).toBe('wOF2');
  const many = await withFontsInside(css, { upright: 'កខគឃងចឆជឈញដឋឌឍណតថទធន', italic: '' }, fonts);
  expect(many.length).toBeGreaterThan(few.length * 1.5);
});

test('an italic font is included only for italic text, and a missing font is skipped', async () => {
  const italic = face('/f.woff2', 'font-style:italic');
  expect(await withFontsInside(italic, { upright: 'ក', italic: '' }, fonts)).toBe('');
  expect(await withFontsInside(italic, { upright: '', italic: 'ក' }, fonts)).toContain('base64');
  expect(await withFontsInside(face('/gone.woff2', ''), { upright: 'ក', italic: '' }, fonts)).toBe('');
});

test('a file that several rules name is embedded once, and nothing waits for it', async () => {
  const early = face('/f.woff2', 'font-display:optional;unicode-range:U+1780-17FF');
  const late = face('/f.woff2', 'font-display:fallback;unicode-range:U+1780-17FF');
  const inside = await withFontsInside(early + late, { upright: 'ក', italic: '' }, fonts);
  expect(inside.match(/@font-face/g)).toHaveLength(1);
  expect(inside).not.toContain('font-display');
});

test('a file that is not a font is an error, and the next job still runs', async () => {
  const broken = [{ font: Buffer.from('not a font'), characters: 'ក', weights: null }];
  await expect(subsetFaces(broken)).rejects.toThrow();
  const whole = [{ font: await readFile(KHMER), characters: 'ក', weights: null }];
  expect((await subsetFaces(whole))[0]?.length).toBeGreaterThan(500);
});
