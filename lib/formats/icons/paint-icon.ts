import sharp from 'sharp';
import { COLOURS } from '@/lib/settings/theme-colours';

/** How an icon is made of a picture. */
interface Shape {
  sizePx: number;
  /** The part of the side that the picture takes; the rest is a margin. */
  share: number;
  /** Whether systems show it without transparent parts. */
  isFilled: boolean;
}

const TYPES = { png: 'image/png', svg: 'image/svg+xml', ico: 'image/x-icon' } as const;

/** By path. Systems cut a mask out of the maskable one, at most a tenth on each side. @see https://w3c.github.io/manifest/#icon-masks */
const SHAPES: Record<string, Shape & { form: keyof typeof TYPES }> = {
  '/favicon.ico': { sizePx: 48, share: 1, isFilled: false, form: 'ico' },
  '/icon.svg': { sizePx: 96, share: 1, isFilled: false, form: 'svg' },
  '/icon-192.png': { sizePx: 192, share: 1, isFilled: false, form: 'png' },
  '/icon-512.png': { sizePx: 512, share: 1, isFilled: false, form: 'png' },
  '/icon-maskable.png': { sizePx: 512, share: 0.8, isFilled: true, form: 'png' },
  '/apple-touch-icon.png': { sizePx: 180, share: 1, isFilled: true, form: 'png' },
};

/** The paths of the icons. */
export const ICON_PATHS: readonly string[] = Object.keys(SHAPES);

/** Returns the media type of the icon at a path. */
export function iconType(path: string): string | null {
  const shape = SHAPES[path];
  return shape ? TYPES[shape.form] : null;
}

/**
 * Paints the icon at a path from a picture: whole, in the middle of a square.
 * @param file the picture, in JPEG, PNG or GIF.
 */
export async function paintIcon(path: string, file: string): Promise<Buffer> {
  const shape = SHAPES[path];
  if (!shape) throw new Error(`No icon is at ${path}.`);
  const png = await square(file, shape);
  if (shape.form === 'svg') return Buffer.from(svgAround(png, shape.sizePx));
  return shape.form === 'ico' ? icoAround(png, shape.sizePx) : png;
}

async function square(file: string, { sizePx, share, isFilled }: Shape): Promise<Buffer> {
  const inner = Math.round(sizePx * share);
  const margin = Math.floor((sizePx - inner) / 2);
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  const whole = await sharp(file)
    .resize(inner, inner, { fit: 'contain', background })
    .extend({
      top: margin,
      left: margin,
      bottom: sizePx - inner - margin,
      right: sizePx - inner - margin,
      background,
    })
    .png({ compressionLevel: 9 })
    .toBuffer();
  if (!isFilled) return whole;
  return sharp(whole).flatten({ background: COLOURS.light.paper }).png({ compressionLevel: 9 }).toBuffer();
}

/** Pages that name the drawing are still in browsers and at edges, so its address stays. */
function svgAround(png: Buffer, sizePx: number): string {
  const href = `data:image/png;base64,${png.toString('base64')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sizePx} ${sizePx}"><image width="${sizePx}" height="${sizePx}" href="${href}"/></svg>`;
}

/** Puts a PNG into an ICO file of one image. @see https://en.wikipedia.org/wiki/ICO_(file_format) */
function icoAround(png: Buffer, sizePx: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(sizePx, 6);
  head.writeUInt8(sizePx, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
