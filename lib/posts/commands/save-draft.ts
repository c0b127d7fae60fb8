import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { authors, drafts, media, topics } from '@/db/schema';
import { mayWriteDraft, onPost } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import { parseBody } from '@/lib/document/parse';
import { mediaIdsIn } from '@/lib/document/uses';
import { Refusal } from '@/lib/errors';
import { requireForm } from '@/lib/forms';
import type { PlainKey } from '@/lib/language/refusals';
import { deriveDraft } from '../derive';
import { requireDraftRow, requireVersion } from '../freeze';
import { keepBeforeSave } from '../history/restore-points';
import { postCommand } from '../post-command';
import { savedAs, saveMarkOf } from '../save-mark';
import type { SaveMark } from '../types';
import { WritingSchema } from '../writing';

export interface SaveDraft {
  postId: number;
  /** The version that this text is based on. */
  version: number;
  /** Identifies this save, so that it is recognised when its acknowledgement was lost. */
  mark?: SaveMark;
  /** Unchecked: the command validates all of it. */
  writing: unknown;
}

/**
 * Saves the author's text. All authors, topics and pictures that it names must exist. A save may also build
 * on an earlier one of its own line whose acknowledgement never arrived; one that a later save of its line
 * has overtaken changes nothing. The overwritten text is kept when there is a reason to.
 * @throws Refusal `conflict` when the draft changed since `version`, `invalid` with the reason.
 */
export const saveDraft = postCommand('saveDraft', onPost(mayWriteDraft), writeDraft, deriveDraft);

/** Does the write of `saveDraft`, for commands that also save a text. */
export function writeDraft(tx: Tx, input: SaveDraft, context: Context) {
  const written = requireForm(WritingSchema, input.writing, 'textInvalid');
  const writing = { ...written, body: parseBody(written.body) };
  const draft = requireDraftRow(tx, input.postId);
  const before = saveMarkOf(draft);
  const overtakes = input.mark && before?.line === input.mark.line ? before.sequence : null;
  if (overtakes === null) requireVersion(draft, input.version);
  else if (input.mark && overtakes >= input.mark.sequence)
    return { postId: input.postId, version: draft.version };
  const authorIds = writing.byline.map((entry) => entry.authorId);
  requireAll(authorIds, idsIn(tx, authors, authorIds), 'bylineGone');
  requireAll(writing.topicIds, idsIn(tx, topics, writing.topicIds), 'postTopicGone');
  const mediaIds = [...mediaIdsIn(writing.body), ...(writing.leadMediaId ? [writing.leadMediaId] : [])];
  const known = tx.select({ id: media.id }).from(media).where(inArray(media.id, mediaIds)).all();
  requireAll(
    mediaIds,
    known.map((row) => row.id),
    'postPictureGone',
  );
  keepBeforeSave(tx, draft, writing, context);
  const version = draft.version + 1;
  tx.update(drafts)
    .set({
      ...writing,
      version,
      savedAs: input.mark ? savedAs(version, input.mark) : null,
      updatedAt: context.now,
      updatedBy: userIdOf(context.actor),
    })
    .where(eq(drafts.postId, input.postId))
    .run();
  return { postId: input.postId, version };
}

function idsIn(tx: Tx, table: typeof authors | typeof topics, ids: number[]): number[] {
  return tx
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.id, ids))
    .all()
    .map((row) => row.id);
}

function requireAll<T>(wanted: Iterable<T>, known: T[], missing: PlainKey) {
  const have = new Set(known);
  for (const id of wanted) if (!have.has(id)) throw new Refusal('invalid', missing);
}
