import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { authors, drafts, media, topics } from '@/db/schema';
import { mayWriteDraft, onPost } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import { parseBody } from '@/lib/document/parse';
import { withoutMissingMedia } from '@/lib/document/without-media';
import { Refusal } from '@/lib/errors';
import { NO_LEAD_WORDS } from '@/lib/media/lead-words';
import { deriveDraft } from '../derive';
import { requireDraft } from '../freeze';
import { findRevisionText, type RevisionReference } from '../history/history';
import { keepDraft } from '../history/restore-points';
import { postCommand } from '../post-command';
import type { Writing } from '../types';

export interface RestoreDraft {
  postId: number;
  /** The version of the draft that the author saw. */
  draftVersion: number;
  text: RevisionReference;
}

/** The references of a restored text that no longer exist and were left out. */
export interface MissingReferences {
  pictures: number;
  authors: number;
  topics: number;
}

/**
 * Restores an earlier text: it becomes the draft, and the previous draft becomes a restore point. Pictures,
 * authors and topics that were deleted since are left out, and counted.
 * @throws Refusal `conflict` when the draft changed since `draftVersion`, `not_found` without that text.
 */
export const restoreDraft = postCommand('restoreDraft', onPost(mayWriteDraft), write, deriveDraft);

function write(tx: Tx, { postId, draftVersion, text }: RestoreDraft, { actor, now }: Context) {
  const draft = requireDraft(tx, postId, draftVersion);
  const found = findRevisionText(tx, postId, text);
  if (!found) throw new Refusal('not_found', 'versionGone');
  const { writing, leftOut } = withoutDeletedReferences(tx, found);
  keepDraft(tx, draft, now);
  const version = draft.version + 1;
  tx.update(drafts)
    .set({ ...writing, version, savedAs: null, updatedAt: now, updatedBy: userIdOf(actor) })
    .where(eq(drafts.postId, postId))
    .run();
  return { postId, version, writing, leftOut };
}

function withoutDeletedReferences(tx: Tx, found: Writing): { writing: Writing; leftOut: MissingReferences } {
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
