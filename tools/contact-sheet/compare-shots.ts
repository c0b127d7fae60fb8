import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** How a screenshot differs from the earlier one of the same name. */
export interface Difference {
  name: string;
  /** How many pixels differ; `Infinity` where the sizes do. */
  pixels: number;
  /** The part of the screen that differs, in pixels. */
  within: { left: number; top: number; right: number; bottom: number } | null;
}

interface Raw {
  data: Buffer;
  width: number;
  height: number;
}

const RED = [255, 0, 0];

/**
 * Compares the screenshots in two folders pixel by pixel. Of each pair that differs, a picture with the differences in
 * red is saved.
 * @param marked the folder for these pictures.
 * @returns what differs, and which screenshots only one of the folders has.
 */
export async function compareShots(before: string, now: string, marked: string) {
  const names = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.png'));
  const shared = names(now).filter((name) => existsSync(join(before, name)));
  const differences: Difference[] = [];
  for (const name of shared) {
    const [old, fresh] = await Promise.all([rawOf(join(before, name)), rawOf(join(now, name))]);
    const difference = differenceOf(name.replace(/\.png$/, ''), old, fresh);
    if (difference.pixels === 0) continue;
    differences.push(difference);
    mkdirSync(marked, { recursive: true });
    await sharp(fresh.data, { raw: { width: fresh.width, height: fresh.height, channels: 3 } })
      .png()
      .toFile(join(marked, name));
  }
  const lonely = [...names(before), ...names(now)].filter((name) => !shared.includes(name));
  return { compared: shared.length, differences, lonely };
}

/** Counts the pixels that differ, and marks them in the newer screenshot. */
function differenceOf(name: string, old: Raw, fresh: Raw): Difference {
  if (old.width !== fresh.width || old.height !== fresh.height)
    return { name, pixels: Number.POSITIVE_INFINITY, within: null };
  const within = { left: fresh.width, top: fresh.height, right: 0, bottom: 0 };
  let pixels = 0;
  for (let at = 0; at < fresh.data.length; at += 3) {
    if (old.data.compare(fresh.data, at, at + 3, at, at + 3) === 0) continue;
    pixels += 1;
    fresh.data.set(RED, at);
    const [x, y] = [(at / 3) % fresh.width, Math.floor(at / 3 / fresh.width)];
    within.left = Math.min(within.left, x);
    within.right = Math.max(within.right, x);
    within.top = Math.min(within.top, y);
    within.bottom = Math.max(within.bottom, y);
  }
  return { name, pixels, within: pixels ? within : null };
}

async function rawOf(file: string): Promise<Raw> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
