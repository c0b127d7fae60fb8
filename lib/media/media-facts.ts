import type { Rendition } from '@/db/schema';

export type { Rendition } from '@/db/schema';

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
}

/** The address of one file of a picture; its bytes never change. */
export function mediaUrl(mediaId: string, file: string): string {
  return `/media/${mediaId}/${file}`;
}
