import type { MediaFacts } from '@/lib/document/media-facts';
import type { Answer } from '@/lib/errors';
import type { PictureEdit } from '@/lib/media/picture-edit';

/** What turning and cropping asks of the server; the page passes the actions. */
export interface EditActions {
  /** Gives how a picture is turned and cropped now. */
  findEdit: (input: { mediaId: string }) => Promise<Answer<PictureEdit>>;
  /** Turns and crops a picture, and gives its facts then. */
  edit: (input: { mediaId: string } & Pick<PictureEdit, 'turns' | 'area'>) => Promise<Answer<MediaFacts>>;
}

/** What a dialog that turns and crops a picture needs to know. */
export interface Editing {
  picture: Pick<MediaFacts, 'id' | 'renditions'>;
  /** Whether only squares are offered. */
  isSquare?: boolean;
  /** Called with the facts of the picture when it has been saved. */
  onSaved: (picture: MediaFacts) => void;
}
