import sharp, { type Sharp } from 'sharp';
import type { PictureEdit, Rendition } from '@/db/column-types';
import { endIdleThreads } from '@/lib/process/shared-pools';
import { freeBytes } from './free-bytes';
import { damaged, MAX_PIXELS, type Picture } from './inspect-picture';

/** The longest side of the master, in pixels. */
const MASTER_PX = 2560;
/** The smallest is for pictures beside the text of a list, on a phone too. */
const WIDTHS_PX = [320, 480, 800, 1200, 1600];
const WIDEST_PX = Math.max(...WIDTHS_PX);
const ANIMATED_WIDTHS_PX = [480, 800];
/** The rendition for readers whose programs support neither AVIF nor WebP, and for link previews. */
const FALLBACK_WIDTH_PX = 1200;

// What was decoded is not needed again.
sharp.cache(false);

/** A file of a picture with its bytes, not yet written to disk. */
export interface MadeRendition extends Rendition {
  data: Buffer;
}

/** The master, and the files that pages choose from. */
export interface MadePicture {
  master: MadeRendition;
  renditions: MadeRendition[];
}

/**
 * Makes every file of a picture: upright, in sRGB and without metadata such as location and camera. Nothing is
 * enlarged.
 * @throws Refusal `invalid` when the picture is damaged.
 */
export async function makeRenditions(bytes: Buffer, picture: Picture): Promise<MadePicture> {
  await endIdleThreads();
  return picture.isAnimated ? refusingDamaged(makeAnimated(bytes, picture)) : makeStill(bytes, picture);
}

/**
 * Makes the renditions of a still picture that is turned and cropped, from its original: that one stays as it is.
 * @param edit one that is possible.
 * @throws Refusal `invalid` when the original is damaged.
 */
export async function makeEdited(
  original: Buffer,
  picture: Picture,
  { turns, area }: PictureEdit,
): Promise<MadeRendition[]> {
  const { leftPx: left, topPx: top, widthPx: width, heightPx: height } = area;
  const cropped = opened(original)
    .rotate(90 * turns)
    .extract({ left, top, width, height });
  await endIdleThreads();
  return sizesOf(await pixelsOf(cropped, width), isDrawing(picture));
}

async function makeStill(bytes: Buffer, picture: Picture): Promise<MadePicture> {
  const upright = () => opened(bytes).autoOrient();
  const inside = upright().resize(MASTER_PX, MASTER_PX, { fit: 'inside', withoutEnlargement: true });
  const { extension, mime, as } = masterOf(isDrawing(picture));
  // The picture is read again for the renditions: its pixels at this size would take more memory than all else.
  const master = await refusingDamaged(
    encoded(`master.${extension}`, mime, as(inside.toColourspace('srgb'))),
  );
  const renditions = await sizesOf(await pixelsOf(upright(), master.widthPx), isDrawing(picture));
  return { master, renditions };
}

function opened(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
}

/** A picture as it is before it is encoded, with what a decoder must know of it. */
interface Pixels {
  data: Buffer;
  raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 };
}

/**
 * Returns the pixels of the largest rendition, of which the others are made. @param widthPx that of the master.
 * @throws Refusal `invalid` when the picture is damaged.
 */
async function pixelsOf(image: Sharp, widthPx: number): Promise<Pixels> {
  const { data, info } = await refusingDamaged(
    image
      .resize({ width: Math.min(widthPx, WIDEST_PX), withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true }),
  );
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

async function refusingDamaged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw damaged(error);
  }
}

/** Whether JPEG would spoil its lines, or cannot hold it. */
function isDrawing({ hasAlpha, format }: Picture): boolean {
  return hasAlpha || format === 'png';
}

/** Makes the renditions, and frees the pixels. */
async function sizesOf({ data, raw }: Pixels, isDrawing: boolean): Promise<MadeRendition[]> {
  const at = (width: number) => sharp(data, { raw }).resize({ width, withoutEnlargement: true });
  const renditions: MadeRendition[] = [];
  for (const width of widthsWithin(raw.width, WIDTHS_PX)) {
    const avif = await encoded(`${width}.avif`, 'image/avif', asAvif(at(width), isDrawing));
    const webp = await encoded(`${width}.webp`, 'image/webp', asWebp(at(width)));
    // Drawings and small pictures are often smaller as WebP, which every browser with AVIF supports.
    renditions.push(...(avif.bytes < webp.bytes ? [avif, webp] : [webp]));
  }
  const { extension, mime, as } = fallbackOf(isDrawing);
  const width = Math.min(FALLBACK_WIDTH_PX, raw.width);
  renditions.push(await encoded(`${width}.${extension}`, mime, as(at(width))));
  freeBytes(data);
  return inOrder(renditions);
}

/** Returns the format of the fallback. */
function fallbackOf(isDrawing: boolean) {
  return isDrawing
    ? { extension: 'png', mime: 'image/png', as: asPng }
    : { extension: 'jpg', mime: 'image/jpeg', as: asJpeg };
}

function masterOf(isDrawing: boolean) {
  return isDrawing ? fallbackOf(true) : { ...fallbackOf(false), as: asLargeJpeg };
}

async function makeAnimated(bytes: Buffer, picture: Picture): Promise<MadePicture> {
  const at = (width: number) =>
    sharp(bytes, { animated: true, limitInputPixels: MAX_PIXELS, failOn: 'error' }).resize({
      width,
      withoutEnlargement: true,
    });
  const widths = widthsWithin(picture.widthPx, ANIMATED_WIDTHS_PX);
  const largest = Math.max(...widths);
  const renditions: MadeRendition[] = [];
  for (const width of widths)
    renditions.push(await encoded(`${width}.webp`, 'image/webp', at(width).webp({ quality: 75, effort: 3 })));
  const master = await encoded('master.gif', 'image/gif', at(largest).gif({ effort: 5 }));
  return { master, renditions: inOrder([...renditions, master]) };
}

/** Returns the wanted widths up to the picture's width, and its own width if that is below the largest wanted one. */
function widthsWithin(widthPx: number, wanted: number[]): number[] {
  const widest = Math.min(widthPx, Math.max(...wanted));
  return [...wanted.filter((width) => width < widest), widest];
}

// Effort 3 takes twice the time for files that are 4 % smaller: too long on a machine with one core.
// In photographs, colours at half the size are not seen, and save an eighth of the file and a third of the memory.
const asAvif = (image: Sharp, isDrawing: boolean) =>
  image.avif({ quality: 55, effort: 2, chromaSubsampling: isDrawing ? '4:4:4' : '4:2:0' });
const asWebp = (image: Sharp) => image.webp({ quality: 80, effort: 4 });
const asJpeg = (image: Sharp) => image.jpeg({ quality: 85, mozjpeg: true });
/** In one pass from top to bottom, which takes a quarter of the memory less and makes the file a fortieth larger. */
const asLargeJpeg = (image: Sharp) =>
  image.jpeg({ quality: 85, mozjpeg: true, progressive: false, optimiseScans: false });
const asPng = (image: Sharp) => image.png({ compressionLevel: 9 });

async function encoded(file: string, mime: string, image: Sharp): Promise<MadeRendition> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return {
    file,
    mime,
    widthPx: info.width,
    heightPx: info.pageHeight ?? info.height,
    bytes: data.length,
    data,
  };
}

function inOrder(renditions: MadeRendition[]): MadeRendition[] {
  return renditions.sort((a, b) => a.widthPx - b.widthPx || a.mime.localeCompare(b.mime));
}
