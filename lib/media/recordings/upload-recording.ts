import { rm } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { media } from '@/db/schema';
import { mayUpload } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import { requireAllowed } from '@/lib/commands';
import { type Outcome, requireValue } from '@/lib/errors';
import { whenFree } from '@/lib/when-free';
import { moveIntoPlace, removeMediaFiles } from '../media-files';
import {
  type MediaContext,
  newMediaId,
  oneAtATime,
  outcomeOf,
  printableName,
  recordMedia,
  type Uploaded,
} from '../upload-media';
import { patchFile } from './file-bytes';
import { type Received, receiveFile } from './receive-file';
import { inspectRecording, type recordingFormat } from './recording';

/** An audio or video upload. */
export interface RecordingUpload {
  format: NonNullable<ReturnType<typeof recordingFormat>>;
  pieces: AsyncIterable<Uint8Array>;
  originalName: string;
}

/**
 * Stores an audio or video file: streamed to disk, cleaned of data about places and people, and otherwise
 * unchanged. The same file twice gives the same id.
 */
export async function uploadRecording(
  db: Db,
  upload: RecordingUpload,
  context: MediaContext,
): Promise<Outcome<Uploaded>> {
  const received = await outcomeOf(() => {
    requireAllowed(mayUpload(context.actor));
    return receiveFile(context.mediaDir, upload.pieces);
  });
  if (!received.ok) return received;
  const outcome = await oneAtATime(() => takeIn(db, upload, received.value, context));
  await rm(received.value.path, { force: true });
  return outcome;
}

async function takeIn(
  db: Db,
  { format, originalName }: RecordingUpload,
  { path, sha256, bytes }: Received,
  context: MediaContext,
): Promise<Uploaded> {
  const known = db.select({ id: media.id }).from(media).where(eq(media.sha256, sha256)).get();
  if (known) return { mediaId: known.id, isDuplicate: true };
  const { file, mime, ...facts } = patchFile(path, (content) => inspectRecording(format, content));
  const id = newMediaId();
  await moveIntoPlace(context.mediaDir, id, path, file);
  const rendition = { file, mime, widthPx: facts.widthPx, heightPx: facts.heightPx, bytes };
  const row = {
    id,
    sha256,
    originalName: printableName(originalName),
    mime,
    ...facts,
    bytes,
    renditions: [rendition],
  };
  const created = { createdAt: context.now, createdBy: userIdOf(context.actor) };
  const outcome = await whenFree(() => recordMedia(db, { ...row, ...created }, context));
  if (!outcome.ok || outcome.value.isDuplicate) await removeMediaFiles(context.mediaDir, id);
  return requireValue(outcome);
}
