import type { Rendition } from '@/db/column-types';

export type { Rendition } from '@/db/column-types';

/** What pages and feeds need to know of a picture, a recording or a film. */
export interface MediaFacts {
  id: string;
  kind: 'picture' | 'audio' | 'video';
  mime: string;
  widthPx: number;
  heightPx: number;
  alt: string;
  caption: string;
  credit: string;
  /** Ascending by width; every format that it is kept in. */
  renditions: Rendition[];
  /** The point that stays in view when the picture is cropped, in per cent from its top left corner. */
  focusX: number;
  focusY: number;
}

/** The kinds of file that a library takes, for a browser's file chooser; the server decides by the bytes. */
export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/wav',
  'video/mp4',
];

/** Which part of a picture stays in view when it is cropped, as CSS says it. */
export function focusPosition({ focusX, focusY }: Pick<MediaFacts, 'focusX' | 'focusY'>): string {
  return `${focusX}% ${focusY}%`;
}
