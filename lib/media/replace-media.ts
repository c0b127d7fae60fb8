import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { media } from '@/db/schema';
import { mayEditLibrary } from '@/lib/accounts/policies';
import { command, requireAllowed } from '@/lib/commands';
import { type Outcome, Refusal } from '@/lib/errors';
import { inspectPicture } from './inspect-picture';
import { makeRenditions } from './make-renditions';
import { putNewFiles, renaming } from './new-files';
import { renderTextsWith } from './render-texts-with';
import {
  filesOf,
  type MediaContext,
  type MediaRow,
  oneAtATime,
  rowOf,
  type Upload,
  type Uploaded,
} from './upload-media';

/**
 * Replaces the file of a picture under the same id, wherever it is used. The new files get new names, since
 * the bytes at an address never change, and the old ones are deleted: the reason for replacing a picture may
 * be that nobody should see it. Words stay; the focus point returns to the centre, and an edit of the old one is gone.
 */
export async function replaceMedia(
  db: Db,
  upload: Upload & { mediaId: string },
  context: MediaContext,
): Promise<Outcome<Uploaded>> {
  return oneAtATime(() => putInPlace(db, upload, context));
}

async function putInPlace(
  db: Db,
  upload: Upload & { mediaId: string },
  context: MediaContext,
): Promise<Uploaded> {
  requireAllowed(mayEditLibrary(context.actor));
  const { mediaId } = upload;
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
  const old = db.select().from(media).where(eq(media.id, mediaId)).get();
  if (!old) throw new Refusal('not_found', 'pictureGone');
  if (old.sha256 === sha256) return { mediaId, isDuplicate: true };
  const picture = await inspectPicture(upload.bytes);
  const made = await makeRenditions(upload.bytes, picture);
  const rename = renaming(old.renditions);
  const named = { master: rename(made.master), renditions: made.renditions.map(rename) };
  const { id: _id, isSample: _isSample, ...row } = rowOf(mediaId, sha256, upload, picture, named);
  const input = { mediaId, row: { ...row, focusX: 50, focusY: 50 } };
  await putNewFiles({
    mediaDir: context.mediaDir,
    mediaId,
    files: filesOf(named),
    record: () => recordReplacement(db, input, context),
  });
  return { mediaId, isDuplicate: false };
}

const recordReplacement = command(
  'replaceMedia',
  mayEditLibrary,
  (tx: Tx, { mediaId, row }: { mediaId: string; row: Partial<MediaRow> & { sha256: string } }, { now }) => {
    const other = tx.select().from(media).where(eq(media.sha256, row.sha256)).get();
    if (other) {
      throw new Refusal('conflict', 'alreadyInLibrary', { name: other.originalName || other.id });
    }
    if (tx.update(media).set(row).where(eq(media.id, mediaId)).run().changes === 0) {
      throw new Refusal('not_found', 'pictureGone');
    }
    renderTextsWith(tx, { mediaId, after: 0 }, { now });
    return { mediaId };
  },
);
