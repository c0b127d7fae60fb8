import sharp from 'sharp';
import type { Shot } from './take-shots';

const GAP_PX = 24;
const GREY = '#808080';
/** The scale of the screens on the sheet. */
const SCALE = 0.5;

/** Lays screenshots side by side on one sheet. @param file where it goes, a JPEG. */
export async function laySheet(shots: Shot[], file: string): Promise<void> {
  const small = await Promise.all(
    shots.map(async ({ png }) => {
      const { width } = await sharp(png).metadata();
      return sharp(png)
        .resize({ width: Math.round(width * SCALE) })
        .png()
        .toBuffer({ resolveWithObject: true });
    }),
  );
  let left = GAP_PX;
  const placed = small.map(({ data, info }) => {
    const place = { input: data, left, top: GAP_PX };
    left += info.width + GAP_PX;
    return place;
  });
  const height = Math.max(...small.map(({ info }) => info.height)) + 2 * GAP_PX;
  await sharp({ create: { width: left, height, channels: 3, background: GREY } })
    .composite(placed)
    .jpeg({ quality: 80 })
    .toFile(file);
}
