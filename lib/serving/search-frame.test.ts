import { beforeEach, expect, test } from 'vitest';
import { pieceOf } from '@/lib/process/gzip-pieces';
import { frameFiller } from './search-frame';

const SLOT = '<slot name="search"></slot>';
const part = (words = 'ទន្លេ $& river', specimen = '<p>') => ({
  piece: pieceOf(Buffer.from(`<p>${words}</p>`)),
  specimen,
});

/** How often a frame was finished. */
let finished: number;
const fill = frameFiller(async (frame, specimen, key) => {
  finished += 1;
  return { html: `<i>${specimen.slice(1, 2)}</i><a href="/dark${key}">${frame}</a>`, policy: specimen };
});
const filled = async (frame: Buffer, search: ReturnType<typeof part>, key: string) => {
  const { pieces } = await fill(frame, search, key);
  return Buffer.concat(pieces.map(({ plain }) => plain)).toString();
};

beforeEach(() => {
  finished = 0;
});

test('a frame is finished once for searches that look the same, and has the address of each', async () => {
  const frame = Buffer.from(SLOT);
  expect(await filled(frame, part('One'), '/search?q=a&page=2')).toBe(
    '<i>p</i><a href="/dark/search?q=a&amp;page=2"><p>One</p></a>',
  );
  expect(await filled(frame, part('Two'), '/search?q=%24%26')).toBe(
    '<i>p</i><a href="/dark/search?q=%24%26"><p>Two</p></a>',
  );
  expect(finished).toBe(1);
});

test('it is finished again for other looks, and for another frame', async () => {
  const frame = Buffer.from(SLOT);
  await filled(frame, part('One'), '/search?q=a');
  expect(await filled(frame, part('Two', '<b>'), '/search?q=a')).toContain('<i>b</i>');
  expect((await fill(frame, part('Two', '<b>'), '/search?q=a')).policy).toBe('<b>');
  expect(await filled(Buffer.from(SLOT), part(), '/km/search')).toContain('href="/dark/km/search"');
  expect(finished).toBe(3);
});

test.each(['<main></main>', SLOT + SLOT])('a frame that cannot be filled is a fault: %s', async (html) => {
  await expect(fill(Buffer.from(html), part(), '/search')).rejects.toThrow('one slot');
});

test('a frame that could not be finished is finished at the next search', async () => {
  let isBroken = true;
  const fillAgain = frameFiller(async (frame) => {
    if (isBroken) throw new Error('No file could be opened.');
    return { html: String(frame), policy: '' };
  });
  const frame = Buffer.from(SLOT);
  await expect(fillAgain(frame, part(), '/search')).rejects.toThrow('No file');
  isBroken = false;
  expect((await fillAgain(frame, part(), '/search')).pieces).toHaveLength(3);
});
