import { mediaPath } from '@/lib/addresses';
import type { MediaFacts, Rendition } from './media-facts';

const AVIF = 'image/avif';
const WEBP = 'image/webp';

/** The formats that not every program supports; a picture has a file in another one for those. */
export const MODERN_FORMATS: readonly string[] = [AVIF, WEBP];

/** A `source` of a picture: browsers take the first whose format they support, and choose a file by its width. */
export interface PictureSource {
  mime: string;
  srcSet: string;
}

/**
 * Returns the sources of a picture, best first. A browser that supports AVIF is offered, at each width, the smaller file
 * of AVIF and WebP, which it supports as well; where AVIF is never smaller, there is no source for it.
 */
export function pictureSources({ id, renditions }: Pick<MediaFacts, 'id' | 'renditions'>): PictureSource[] {
  const webp = renditions.filter(({ mime }) => mime === WEBP);
  const smallest = smallestAtEachWidth(renditions.filter(({ mime }) => MODERN_FORMATS.includes(mime)));
  const isAvifOfUse = smallest.some(({ mime }) => mime === AVIF);
  const sources = [
    { mime: AVIF, files: isAvifOfUse ? smallest : [] },
    { mime: WEBP, files: webp },
  ];
  return sources
    .filter(({ files }) => files.length > 0)
    .map(({ mime, files }) => ({
      mime,
      srcSet: files.map(({ file, widthPx }) => `${mediaPath(id, file)} ${widthPx}w`).join(', '),
    }));
}

function smallestAtEachWidth(files: Rendition[]): Rendition[] {
  const smallest = new Map<number, Rendition>();
  for (const file of files) {
    const other = smallest.get(file.widthPx);
    const isSmaller = !other || file.bytes < other.bytes;
    if (isSmaller || (file.mime === WEBP && file.bytes === other.bytes)) smallest.set(file.widthPx, file);
  }
  return [...smallest.values()];
}
