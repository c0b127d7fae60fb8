import type { Db } from '@/db/client';
import type { MediaFacts } from '@/lib/document/media-facts';
import { findMediaFacts, listMedia } from './queries';

const SHOWN = 30;

/** Returns the newest pictures of the library, preceded by those in `chosen` that are older. */
export function picturesToChoose(db: Db, chosen: (string | null)[]): MediaFacts[] {
  const newest: MediaFacts[] = listMedia(db, { kind: 'picture', perPage: SHOWN }).media;
  const older = chosen.filter((id) => id !== null && !newest.some((media) => media.id === id));
  return [
    ...findMediaFacts(
      db,
      older.filter((id) => id !== null),
    ).values(),
    ...newest,
  ];
}
