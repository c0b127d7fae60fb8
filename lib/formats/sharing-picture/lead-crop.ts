import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { sharingPicturePath } from '@/lib/addresses';
import type { MediaFacts } from '@/lib/document/media-facts';
import { SHARING_HEIGHT_PX, SHARING_WIDTH_PX } from './card';

/** The part of a lead picture that is the sharing picture of its post. */
export interface LeadCrop {
  mediaId: string;
  /** The file that the part is cropped from. */
  file: string;
  leftPx: number;
  topPx: number;
  cutWidthPx: number;
  cutHeightPx: number;
  /** The size of the result. */
  widthPx: number;
  heightPx: number;
}

const SHAPE = SHARING_WIDTH_PX / SHARING_HEIGHT_PX;
/** A new way of cropping needs a new number, so that networks fetch the picture again. */
const LOOK = 1;
const HASH_LENGTH = 12;

/**
 * Computes how a picture is cropped to the shape that networks show. Networks crop taller or wider pictures
 * at the centre, regardless of the content; this crop keeps the focus point visible. Null when the picture
 * has no file in JPEG or PNG, the formats that all networks read; not all read AVIF and WebP.
 */
export function leadCrop({ id, renditions, focusX, focusY }: MediaFacts): LeadCrop | null {
  const plain = renditions.filter(({ mime }) => mime === 'image/jpeg' || mime === 'image/png');
  const rendition = plain.find((one) => cutOf(one).width >= SHARING_WIDTH_PX) ?? plain.at(-1);
  if (!rendition) return null;
  const cut = cutOf(rendition);
  const share = Math.min(1, SHARING_WIDTH_PX / cut.width);
  return {
    mediaId: id,
    file: rendition.file,
    leftPx: Math.round(((rendition.widthPx - cut.width) * focusX) / 100),
    topPx: Math.round(((rendition.heightPx - cut.height) * focusY) / 100),
    cutWidthPx: cut.width,
    cutHeightPx: cut.height,
    widthPx: Math.round(cut.width * share),
    heightPx: Math.round(cut.height * share),
  };
}

/**
 * Returns the address of the crop; it changes with the picture and its focus point, because networks fetch an
 * address only once.
 */
export function leadCropUrl(crop: LeadCrop, slug: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([LOOK, crop]))
    .digest('hex')
    .slice(0, HASH_LENGTH);
  return sharingPicturePath(slug, `${hash}.jpg`);
}

/** Returns the file on disk that the part is cropped from. @param mediaDir the folder of all pictures. */
export function fileOfCrop(mediaDir: string, { mediaId, file }: LeadCrop): string {
  return join(mediaDir, mediaId, file);
}

/** Computes the largest part of the given shape that fits into a picture. */
function cutOf({ widthPx, heightPx }: { widthPx: number; heightPx: number }) {
  return widthPx / heightPx > SHAPE
    ? { width: Math.max(1, Math.round(heightPx * SHAPE)), height: heightPx }
    : { width: widthPx, height: Math.max(1, Math.round(widthPx / SHAPE)) };
}
