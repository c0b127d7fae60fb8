import sharp, { type Metadata } from 'sharp';
import { Refusal } from '@/lib/errors';

/** Accepted picture formats. SVG is not one of them: it can contain scripts. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

/** What must be known about a picture before it is fully decoded. Sizes are after orientation. */
export interface Picture {
  format: PictureFormat;
  widthPx: number;
  heightPx: number;
  isAnimated: boolean;
  hasAlpha: boolean;
}

export const MAX_FILE_BYTES = 30 * 1024 * 1024;
export const MAX_PIXELS = 60_000_000;
/** A picture of one pixel by millions is a small file that takes a minute to decode. */
const MAX_SIDE_PX = 30_000;
const MAX_FRAMES = 500;

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];

/**
 * Identifies a picture by its first bytes, never by its name.
 * @throws Refusal `invalid` when it is not an accepted picture, is damaged, or is too large.
 */
export async function inspectPicture(bytes: Buffer): Promise<Picture> {
  if (bytes.length === 0) throw new Refusal('invalid', 'emptyFile');
  if (bytes.length > MAX_FILE_BYTES) {
    throw new Refusal('invalid', 'pictureOver30');
  }
  const format = formatOf(bytes);
  const facts = await readFacts(bytes);
  const widthPx = facts.autoOrient.width;
  const heightPx = facts.pageHeight ?? facts.autoOrient.height;
  const frames = format === 'gif' || format === 'webp' ? (facts.pages ?? 1) : 1;
  refuseTooLarge(widthPx, heightPx, frames);
  return { format, widthPx, heightPx, isAnimated: frames > 1, hasAlpha: facts.hasAlpha };
}

/** Returns the format given by the file's first bytes. @see https://en.wikipedia.org/wiki/List_of_file_signatures */
function formatOf(bytes: Buffer): PictureFormat {
  const start = bytes.toString('latin1', 0, 16);
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.slice(4, 8) === 'ftyp') {
    // AVIF files may name the general brand `mif1` first and `avif` among the compatible ones.
    if (bytes.toString('latin1', 8, Math.min(bytes.readUInt32BE(0), 128)).includes('avif')) return 'avif';
    if (HEIC_BRANDS.includes(start.slice(8, 12))) {
      throw new Refusal('invalid', 'heic');
    }
  }
  throw new Refusal('invalid', 'notAPicture');
}

async function readFacts(bytes: Buffer): Promise<Metadata> {
  try {
    // Only the header is read here, so the pixels need no limit yet.
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw damaged(error);
  }
}

function refuseTooLarge(widthPx: number, heightPx: number, frames: number) {
  if (Math.max(widthPx, heightPx) > MAX_SIDE_PX)
    throw new Refusal('invalid', 'sideTooLong', { px: MAX_SIDE_PX });
  if (widthPx * heightPx > MAX_PIXELS) {
    throw new Refusal('invalid', 'tooManyPixels', { width: widthPx, height: heightPx });
  }
  if (frames > MAX_FRAMES || widthPx * heightPx * frames > MAX_PIXELS) {
    throw new Refusal('invalid', 'animationTooLong');
  }
}

/** Messages of decoders for an intact picture that needs more memory or time than allowed. */
const ASKS_TOO_MUCH = /limit|memory|too (?:large|big|many|long)|exceed|alloc|timeout/i;

/** Returns the refusal for a picture that cannot be decoded; the decoder's own message is kept as the cause. */
export function damaged(cause: unknown): Refusal {
  const asksTooMuch = cause instanceof Error && ASKS_TOO_MUCH.test(cause.message);
  const refusal = new Refusal('invalid', asksTooMuch ? 'pictureTooHeavy' : 'pictureDamaged');
  refusal.cause = cause;
  return refusal;
}
