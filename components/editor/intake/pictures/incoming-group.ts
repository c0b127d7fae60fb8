import type { UploadLine } from '@/components/desk/uploads/upload-queue';
import type { PictureWords } from '@/components/editor/ground/editor-types';
import type { MediaFacts } from '@/lib/document/media-facts';

/** A picture, audio or video that is being uploaded into the text. */
export interface IncomingPicture {
  id: number;
  name: string;
  /** Preview address until it is in the library; null when there is none. */
  preview: string | null;
  words: PictureWords;
  /** Its line in the upload queue; null for what cannot be fetched and must be added by hand. */
  lineId: number | null;
  taken: MediaFacts | null;
}

/** Files added together, which stay together at one place of the text. */
export interface IncomingGroup {
  id: number;
  /** The element at its place in the text. */
  element: HTMLElement;
  isOfPaste: boolean;
  pictures: IncomingPicture[];
  /** The media of the group in their original order, including those already in the text. */
  order: (string | null)[];
  /** The index of each picture in that order. */
  ranks: Map<number, number>;
}

/** State of a picture: the state of its upload, `here` once it is in the library, `away` if it cannot be fetched. */
export type IncomingState = UploadLine['state'] | 'here' | 'away';

/** Returns the state of a picture. @param lines of the uploads. */
export function stateOf({ taken, lineId }: IncomingPicture, lines: readonly UploadLine[]): IncomingState {
  if (taken) return 'here';
  return lines.find(({ id }) => id === lineId)?.state ?? 'away';
}

/** Whether the upload may still finish without the author. */
export function isUploading(state: IncomingState): boolean {
  return state !== 'here' && state !== 'away' && state !== 'refused';
}

/** Returns a group with its own element in the page. */
export function newGroup(id: number, pictures: IncomingPicture[], isOfPaste: boolean): IncomingGroup {
  const element = document.createElement('div');
  element.contentEditable = 'false';
  const ranks = new Map(pictures.map((picture, rank) => [picture.id, rank]));
  return { id, element, isOfPaste, pictures, order: pictures.map(() => null), ranks };
}
