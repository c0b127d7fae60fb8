import type { UploadLine } from '@/components/desk/uploads/upload-queue';
import type { PictureWords } from '@/components/editor/ground/editor-types';
import type { MediaFacts } from '@/lib/document/media-facts';

/** A picture, recording or film on its way into the text. */
export interface IncomingPicture {
  id: number;
  name: string;
  /** What it looks like, as long as it is not in the library; null when that is not known. */
  preview: string | null;
  words: PictureWords;
  /** Its line among the uploads; null for what lies out of reach and must be added by hand. */
  lineId: number | null;
  taken: MediaFacts | null;
}

/** What came together and will stand together, at one place of the text. */
export interface IncomingGroup {
  id: number;
  /** Stands in the text at its place. */
  element: HTMLElement;
  isOfPaste: boolean;
  pictures: IncomingPicture[];
  /** The media of the group, those in the text too, in the order in which they were given. */
  order: (string | null)[];
  /** Where a picture stands in that order. */
  ranks: Map<number, number>;
}

/** How it stands with a picture: as its upload says, `here` once it is in the library, `away` out of reach. */
export type IncomingState = UploadLine['state'] | 'here' | 'away';

/** How it stands with a picture. @param lines of the uploads. */
export function stateOf({ taken, lineId }: IncomingPicture, lines: readonly UploadLine[]): IncomingState {
  if (taken) return 'here';
  return lines.find(({ id }) => id === lineId)?.state ?? 'away';
}

/** Whether something will still come of it without its author. */
export function isUploading(state: IncomingState): boolean {
  return state !== 'here' && state !== 'away' && state !== 'refused';
}

/** A group with a place of its own in the page. */
export function newGroup(id: number, pictures: IncomingPicture[], isOfPaste: boolean): IncomingGroup {
  const element = document.createElement('div');
  element.contentEditable = 'false';
  const ranks = new Map(pictures.map((picture, rank) => [picture.id, rank]));
  return { id, element, isOfPaste, pictures, order: pictures.map(() => null), ranks };
}
