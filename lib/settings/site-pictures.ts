import { createHash } from 'node:crypto';
import type { Rendition } from '@/db/column-types';
import { mediaPath } from '@/lib/addresses';
import { accentOf } from './accent';
import type { Site, SitePicture } from './site';

/** A logo at the size at which a page shows it. */
export interface ShownLogo {
  src: string;
  widthPx: number;
  heightPx: number;
  /** Whether parts of it may be transparent. */
  isCutOut: boolean;
}

/** The file of a logo or icon from which others are painted, in a format that every program reads. */
export interface PlainFile {
  mediaId: string;
  file: string;
}

/** What cards and icons show of a publication besides words. */
export interface CardLook {
  /** Null for the colour of the theme. */
  accent: string | null;
  logo: PlainFile | null;
}

/** Screens with twice the density of CSS pixels need twice the pixels. */
const DENSITY = 2;
const MARK_LENGTH = 8;
const CAN_BE_CUT_OUT = ['image/png', 'image/gif'];

/** Returns a logo at a height in CSS pixels, or narrower where it would be wider than `widthPx`. */
export function shownLogo(
  logo: SitePicture | null,
  room: { heightPx: number; widthPx: number },
): ShownLogo | null {
  if (!logo || logo.widthPx === 0 || logo.heightPx === 0) return null;
  const share = Math.min(room.heightPx / logo.heightPx, room.widthPx / logo.widthPx);
  const shown = { widthPx: Math.round(logo.widthPx * share), heightPx: Math.round(logo.heightPx * share) };
  const webp = logo.renditions.filter(({ mime }) => mime === 'image/webp');
  const file = webp.find(({ widthPx }) => widthPx >= shown.widthPx * DENSITY) ?? webp.at(-1);
  if (!file) return null;
  const isCutOut = logo.renditions.some(({ mime }) => CAN_BE_CUT_OUT.includes(mime));
  return { src: mediaPath(logo.id, file.file), ...shown, isCutOut };
}

/** Returns the largest file of a picture that every program reads; null where there is none. */
export function plainFile(picture: SitePicture | null): PlainFile | null {
  const isPlain = ({ mime }: Rendition) => /^image\/(?:png|jpeg|gif)$/.test(mime);
  const largest = picture?.renditions.filter(isPlain).at(-1);
  return picture && largest ? { mediaId: picture.id, file: largest.file } : null;
}

/** Returns what cards show of a publication besides words. */
export function cardLook(site: Pick<Site, 'accent' | 'logo'>): CardLook {
  return { accent: site.accent === '' ? null : accentOf(site.accent).light, logo: plainFile(site.logo) };
}

/**
 * Returns the address of an icon of the publication. With an icon of its own it changes with that, because browsers
 * keep icons for days; the route table drops what follows the question mark.
 * @param path of one of the icons, such as `/icon-192.png`.
 */
export function iconAddress(path: string, icon: SitePicture | null): string {
  const file = plainFile(icon);
  if (!file) return path;
  const mark = createHash('sha256')
    .update(`${file.mediaId}/${file.file}`)
    .digest('hex')
    .slice(0, MARK_LENGTH);
  return `${path}?v=${mark}`;
}

/** Returns the icons that pages name: the drawing of the program, or the publication's own. */
export function pageIcons(icon: SitePicture | null) {
  const own = plainFile(icon) !== null;
  return {
    icon: own
      ? { url: iconAddress('/icon-192.png', icon), type: 'image/png', sizes: '192x192' }
      : { url: '/icon.svg', type: 'image/svg+xml' },
    apple: iconAddress('/apple-touch-icon.png', icon),
  };
}
