import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { authors, media, topics } from '@/db/schema';
import { parseBody } from '@/lib/document/parse';
import { withoutMissingMedia } from '@/lib/document/without-media';
import { NO_LEAD_WORDS } from '@/lib/media/lead-words';
import type { Writing } from './types';

/** The references of a stored text that no longer exist and were left out. */
export interface MissingReferences {
  pictures: number;
  authors: number;
  topics: number;
}

/**
 * Returns a stored text without the pictures, authors and topics that were deleted since.
 * @throws Refusal `invalid` when its body is not a document of this version.
 */
export function withoutDeletedReferences(
  tx: Tx,
  found: Writing,
): { writing: Writing; leftOut: MissingReferences } {
  const known = new Map<string, boolean>();
  const isThere = (mediaId: string) => {
    const isKnown =
      known.get(mediaId) ??
      tx.select({ id: media.id }).from(media).where(eq(media.id, mediaId)).get() !== undefined;
    known.set(mediaId, isKnown);
    return isKnown;
  };
  const { body, leftOut } = withoutMissingMedia(found.body, isThere);
  const hasLead = found.leadMediaId !== null && isThere(found.leadMediaId);
  const authorIds = found.byline.map((entry) => entry.authorId);
  const authorsThere = idsIn(tx, authors, authorIds);
  const topicsThere = idsIn(tx, topics, found.topicIds);
  const byline = found.byline.filter((entry) => authorsThere.has(entry.authorId));
  const topicIds = found.topicIds.filter((id) => topicsThere.has(id));
  return {
    writing: {
      ...found,
      body: parseBody(body),
      leadMediaId: hasLead ? found.leadMediaId : null,
      leadWords: hasLead ? found.leadWords : NO_LEAD_WORDS,
      byline,
      topicIds,
    },
    leftOut: {
      pictures: leftOut + (found.leadMediaId !== null && !hasLead ? 1 : 0),
      authors: found.byline.length - byline.length,
      topics: found.topicIds.length - topicIds.length,
    },
  };
}

function idsIn(tx: Tx, table: typeof authors | typeof topics, ids: number[]): Set<number> {
  const rows = tx.select({ id: table.id }).from(table).where(inArray(table.id, ids)).all();
  return new Set(rows.map((row) => row.id));
}
