import type { Outcome } from '@/lib/errors';
import type { MediaUse } from '@/lib/media/find-uses';

/** What the library asks of the server; the page passes the actions. */
export interface LibraryActions {
  describe: (data: FormData) => Promise<Outcome<unknown>>;
  remove: (data: FormData) => Promise<Outcome<unknown>>;
  listUses: (mediaId: string) => Promise<MediaUse[]>;
}
