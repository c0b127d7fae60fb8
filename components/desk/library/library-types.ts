import type { EditActions } from '@/components/desk/pictures/edit-types';
import type { Answer } from '@/lib/errors';
import type { MediaUses } from '@/lib/media/find-uses';

/** What the library asks of the server; the page passes the actions. */
export interface LibraryActions extends EditActions {
  describe: (data: FormData) => Promise<Answer<unknown>>;
  forgetName: (data: FormData) => Promise<Answer<unknown>>;
  remove: (data: FormData) => Promise<Answer<unknown>>;
  listUses: (input: { mediaId: string }) => Promise<Answer<MediaUses>>;
}
