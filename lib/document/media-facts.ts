import type { Rendition } from '@/db/column-types';

export type { Rendition } from '@/db/column-types';

/** What pages and feeds need to know about a picture, audio file or video. */
export interface MediaFacts {
  id: string;
  kind: 'picture' | 'audio' | 'video';
  mime: string;
  widthPx: number;
  heightPx: number;
  alt: string;
  caption: string;
  credit: string;
  /** In ascending order of width, in every stored format. */
  renditions: Rendition[];
  /** The focus point for cropping, in per cent from the top left corner. */
  focusX: number;
  focusY: number;
}

/** The file types that the library accepts, for a browser's file chooser; the server decides by the bytes. */
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

/** Returns the focus point of a picture as a CSS position. */
export function focusPosition({ focusX, focusY }: Pick<MediaFacts, 'focusX' | 'focusY'>): string {
  return `${focusX}% ${focusY}%`;
}
