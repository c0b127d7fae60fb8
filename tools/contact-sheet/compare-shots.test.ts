import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { compareShots } from './compare-shots';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shots-'));
  for (const part of ['before', 'now']) mkdirSync(join(folder, part));
});

test('of two runs, what differs is counted, placed and marked', async () => {
  await shot('before', 'same', []);
  await shot('now', 'same', []);
  await shot('before', 'moved', [[1, 2]]);
  await shot('now', 'moved', [[3, 2]]);
  await shot('before', 'gone', []);
  const { compared, differences, lonely } = await compare();
  expect(compared).toBe(2);
  expect(differences).toEqual([
    { name: 'moved', pixels: 2, within: { left: 1, top: 2, right: 3, bottom: 2 } },
  ]);
  expect(lonely).toEqual(['gone.png']);
  expect(readdirSync(join(folder, 'marked'))).toEqual(['moved.png']);
});

test('a screen of another size differs as a whole', async () => {
  await shot('before', 'taller', [], 6);
  await shot('now', 'taller', []);
  const { differences } = await compare();
  expect(differences).toEqual([{ name: 'taller', pixels: Number.POSITIVE_INFINITY, within: null }]);
});

function compare() {
  return compareShots(join(folder, 'before'), join(folder, 'now'), join(folder, 'marked'));
}

/** Saves a white screenshot of 5 by 4 pixels with black ones in it. */
async function shot(part: string, name: string, black: [x: number, y: number][], height = 4): Promise<void> {
  const data = Buffer.alloc(5 * height * 3, 255);
  for (const [x, y] of black) data.fill(0, (y * 5 + x) * 3, (y * 5 + x) * 3 + 3);
  await sharp(data, { raw: { width: 5, height, channels: 3 } })
    .png()
    .toFile(join(folder, part, `${name}.png`));
}
