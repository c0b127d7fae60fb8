import { rm, stat } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { media } from '@/db/schema';
import { mayUpload } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import { requireAllowed } from '@/lib/commands';
import { type Outcome, requireValue } from '@/lib/errors';
import { hashFile } from '@/lib/process/hash-file';
import { sharedPool } from '@/lib/process/shared-pools';
import { WorkerPoolError } from '@/lib/process/worker-pool';
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
import { damagedRecording } from './damaged-recording';
import { type Received, receiveFile } from './receive-file';
import { type RecordingFormat, refuseLargeSound, storedAs } from './recording';
import type { FilmFacts } from './remux-film';
import { type Rewriting, unfinishedFilm } from './rewriting';

/** An audio or video upload. */
export interface RecordingUpload {
  format: RecordingFormat;
  pieces: AsyncIterable<Uint8Array>;
  originalName: string;
}

/** Half a gigabyte takes seconds, and minutes on a slow disk; the tables of the longest film take memory. */
const LIMITS = { threads: 1, longestLine: 4, longestMs: 10 * 60_000, heapMiB: 384 } as const;

/**
 * Stores an audio or video file: streamed to disk, then only what is played of it is copied
 * (decision 43). The same file twice gives the same id.
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
  const copy = `${path}.copy`;
  try {
    if (format !== 'mp4') refuseLargeSound('audio', bytes);
    const facts = await rewritten({ format, from: path, to: copy });
    refuseLargeSound(facts.kind, bytes);
    return await store(db, { format, originalName, copy, sha256, facts }, context);
  } finally {
    await rm(copy, { force: true });
    await rm(unfinishedFilm(copy), { force: true });
  }
}

/** @throws Refusal `invalid` for a recording that is damaged, or whose tables take more than memory or time allow. */
async function rewritten(task: Rewriting): Promise<FilmFacts> {
  const pool = sharedPool<typeof import('./recording-worker').default>('recording', LIMITS);
  try {
    return requireValue(await pool.run(task));
  } catch (error) {
    const isTooMuch = error instanceof WorkerPoolError && error.reason !== 'closed';
    throw isTooMuch ? damagedRecording(error) : error;
  }
}

interface Copied {
  format: RecordingFormat;
  originalName: string;
  copy: string;
  sha256: string;
  facts: FilmFacts;
}

async function store(
  db: Db,
  { format, originalName, copy, sha256, facts }: Copied,
  context: MediaContext,
): Promise<Uploaded> {
  const { file, mime } = storedAs(format, facts.kind);
  const { size: bytes } = await stat(copy);
  const id = newMediaId();
  const hash = await hashFile(copy);
  await moveIntoPlace(context.mediaDir, id, copy, file);
  const size = { widthPx: facts.widthPx, heightPx: facts.heightPx, bytes };
  const rendition = { file, mime, ...size, sha256: hash };
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
