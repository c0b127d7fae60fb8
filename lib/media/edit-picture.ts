import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { media } from '@/db/schema';
import { mayEditLibrary } from '@/lib/accounts/policies';
import { command, requireAllowed } from '@/lib/commands';
import type { MediaFacts } from '@/lib/document/media-facts';
import { type Outcome, Refusal } from '@/lib/errors';
import { inspectPicture } from './inspect-picture';
import { makeEdited } from './make-renditions';
import { putNewFiles, renaming } from './new-files';
import { readOriginal, requireStill } from './original';
import {
  editFault,
  focusAfter,
  isNoEdit,
  isSameEdit,
  leastSide,
  noEdit,
  type PictureEdit,
} from './picture-edit';
import { findMediaFacts } from './queries';
import { renderTextsWith } from './render-texts-with';
import { type MediaContext, type MediaRow, oneAtATime, storedRenditions } from './upload-media';

const Pixels = z.number().int().min(0).max(100_000);

/** How a picture is to be turned and cropped; the whole original, not turned, undoes every edit. */
export const EditForm = z.object({
  mediaId: z.string().max(64),
  /** Quarter turns clockwise of the original. */
  turns: z.number().int().min(0).max(3),
  /** The part of the turned original that is kept. */
  area: z.object({ leftPx: Pixels, topPx: Pixels, widthPx: Pixels, heightPx: Pixels }),
});
type EditForm = z.infer<typeof EditForm>;

/**
 * Turns and crops a still picture wherever it is used. Its original stays as it is on the disk, and every edit is made
 * from it. The renditions get new names, as those of a replaced file do; the earlier ones are deleted. The focus point
 * moves with what it shows.
 * @returns its facts now.
 */
export async function editPicture(
  db: Db,
  input: EditForm,
  context: MediaContext,
): Promise<Outcome<MediaFacts>> {
  return oneAtATime(async () => {
    await applyEdit(db, input, context);
    const facts = findMediaFacts(db, [input.mediaId]).get(input.mediaId);
    if (!facts) throw new Refusal('not_found', 'pictureGone');
    return facts;
  });
}

async function applyEdit(db: Db, { mediaId, turns, area }: EditForm, context: MediaContext) {
  requireAllowed(mayEditLibrary(context.actor));
  const old = db.select().from(media).where(eq(media.id, mediaId)).get();
  if (!old) throw new Refusal('not_found', 'pictureGone');
  const { stored, bytes } = await readOriginal(context.mediaDir, old);
  const picture = await inspectPicture(bytes);
  const original = { widthPx: picture.widthPx, heightPx: picture.heightPx };
  const after: PictureEdit = { turns, area, original };
  requirePossible(after);
  const before = old.edit ?? noEdit(original);
  if (isSameEdit(before, after)) return;

  const made = await makeEdited(bytes, picture, after);
  const files = made.map(renaming(old.renditions));
  const focus = focusAfter({ x: old.focusX, y: old.focusY }, before, after);
  const changes = {
    edit: isNoEdit(after) ? null : after,
    widthPx: area.widthPx,
    heightPx: area.heightPx,
    focusX: focus.x,
    focusY: focus.y,
    renditions: storedRenditions(files),
    master: stored,
  };
  await putNewFiles({
    mediaDir: context.mediaDir,
    mediaId,
    files,
    kept: [stored.file],
    record: () => recordEdit(db, { mediaId, sha256: old.sha256, changes }, context),
  });
}

/**
 * Returns how a still picture is turned and cropped now, with the size of its original.
 * @throws Refusal `not_found` when it was deleted, `invalid` when it cannot be edited.
 */
export function findEdit(db: Pick<Db, 'select'>, mediaId: string): PictureEdit {
  const row = db.select().from(media).where(eq(media.id, mediaId)).get();
  if (!row) throw new Refusal('not_found', 'pictureGone');
  requireStill(row);
  return row.edit ?? noEdit({ widthPx: row.widthPx, heightPx: row.heightPx });
}

/** @throws Refusal `invalid` when the area is outside of the picture or too small. */
function requirePossible(edit: PictureEdit): void {
  const fault = editFault(edit);
  if (fault === 'cropTooSmall') throw new Refusal('invalid', fault, { px: leastSide(edit.original) });
  if (fault) throw new Refusal('invalid', fault);
}

interface Recorded {
  mediaId: string;
  /** Of the upload that was edited. */
  sha256: string;
  changes: Partial<MediaRow>;
}

const recordEdit = command(
  'editPicture',
  mayEditLibrary,
  (tx: Tx, { mediaId, sha256, changes }: Recorded, { now }) => {
    const isThis = and(eq(media.id, mediaId), eq(media.sha256, sha256));
    if (tx.update(media).set(changes).where(isThis).run().changes === 0) {
      throw new Refusal('not_found', 'pictureGone');
    }
    renderTextsWith(tx, { mediaId, after: 0 }, { now });
    return { mediaId };
  },
);
