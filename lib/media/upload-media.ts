import { createHash, randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import type { Rendition, StoredFile } from '@/db/column-types';
import { media } from '@/db/schema';
import { mayUpload } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import { type Context, command, requireAllowed } from '@/lib/commands';
import { type Outcome, Refusal, refusable, requireValue } from '@/lib/errors';
import { BoundedQueue, isQueueFull } from '@/lib/process/bounded-queue';
import { whenFree } from '@/lib/when-free';
import { inspectPicture, type Picture } from './inspect-picture';
import { type MadePicture, type MadeRendition, makeRenditions } from './make-renditions';
import { removeMediaFiles, writeMediaFiles } from './media-files';
import { wordsInPicture } from './picture-words';

/** A file that a person uploads. */
export interface Upload {
  bytes: Buffer;
  /** The file's name on the person's machine; shown in the library, never used as a path. */
  originalName: string;
  isSample?: boolean;
}

/** A context with `mediaDir`, the absolute path of the folder that has one folder per picture. */
export type MediaContext = Context & { mediaDir: string };

/** The id of the stored picture, and whether it was already in the library. */
export interface Uploaded {
  mediaId: string;
  isDuplicate: boolean;
}

/** A row of the library. */
export type MediaRow = typeof media.$inferInsert;

/**
 * Stores a picture, with the alt text, caption and credit that are written in its file. The same file twice
 * gives the same id, and changes no words. Refused with a reason when it is not an accepted
 * picture, too large, damaged, or the disk is full; then nothing is stored.
 */
export async function uploadMedia(db: Db, upload: Upload, context: MediaContext): Promise<Outcome<Uploaded>> {
  return oneAtATime(() => takeIn(db, upload, context));
}

/**
 * Files are processed one after another: decoding several large pictures at once could exhaust memory. So
 * could those that wait, which are in memory too.
 */
const processing = new BoundedQueue('uploads', {
  atOnce: 1,
  longestLine: 12,
  longestWaitMs: 10 * 60 * 1000,
});

/**
 * Runs work after all earlier work has ended; a refusal becomes an outcome, and `unavailable` is one when too
 * much waits.
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  return outcomeOf(async () => {
    try {
      return await processing.run(work);
    } catch (error) {
      if (isQueueFull(error)) throw new Refusal('unavailable', 'tooBusy');
      throw error;
    }
  });
}

async function takeIn(db: Db, upload: Upload, context: MediaContext): Promise<Uploaded> {
  requireAllowed(mayUpload(context.actor));
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
  const known = db.select({ id: media.id }).from(media).where(eq(media.sha256, sha256)).get();
  if (known) return { mediaId: known.id, isDuplicate: true };

  const picture = await inspectPicture(upload.bytes);
  const made = await makeRenditions(upload.bytes, picture);
  const words = await wordsInPicture(upload.bytes);
  const mediaId = newMediaId();
  const row = {
    ...rowOf(mediaId, sha256, upload, picture, made),
    ...words,
    createdAt: context.now,
    createdBy: userIdOf(context.actor),
  };
  await writeMediaFiles(context.mediaDir, mediaId, filesOf(made));
  try {
    const kept = requireValue(await whenFree(() => recordMedia(db, row, context)));
    if (kept.isDuplicate) await removeMediaFiles(context.mediaDir, mediaId);
    return kept;
  } catch (error) {
    await removeMediaFiles(context.mediaDir, mediaId);
    throw error;
  }
}

/** The database part of an upload; another process may have stored the same file meanwhile. */
export const recordMedia = command('uploadMedia', mayUpload, (tx: Tx, row: MediaRow): Uploaded => {
  const known = tx.select({ id: media.id }).from(media).where(eq(media.sha256, row.sha256)).get();
  if (known) return { mediaId: known.id, isDuplicate: true };
  tx.insert(media).values(row).run();
  return { mediaId: row.id, isDuplicate: false };
});

/** Returns the database row of an upload. */
export function rowOf(mediaId: string, sha256: string, upload: Upload, picture: Picture, made: MadePicture) {
  return {
    id: mediaId,
    sha256,
    originalName: printableName(upload.originalName),
    mime: `image/${picture.format}`,
    widthPx: made.master.widthPx,
    heightPx: made.master.heightPx,
    bytes: upload.bytes.length,
    renditions: storedRenditions(made.renditions),
    master: storedMaster(made),
    edit: null,
    isSample: upload.isSample ?? false,
  };
}

/** Returns what is recorded of renditions, with the hashes of their files. */
export function storedRenditions(made: MadeRendition[]): Rendition[] {
  return made.map(({ data, ...rendition }) => ({
    ...rendition,
    sha256: createHash('sha256').update(data).digest('hex'),
  }));
}

/** Returns what is recorded of the master; null when it is one of the renditions. */
function storedMaster({ master, renditions }: MadePicture): StoredFile | null {
  const { file, bytes, data } = master;
  if (renditions.some((rendition) => rendition.file === file)) return null;
  return { file, bytes, sha256: createHash('sha256').update(data).digest('hex') };
}

/** Returns every file of a picture, each once. */
export function filesOf({ master, renditions }: MadePicture) {
  return renditions.some(({ file }) => file === master.file) ? renditions : [...renditions, master];
}

/** Returns 16 random letters and digits: 83 bits, so that addresses cannot be guessed. */
export function newMediaId(): string {
  return Array.from({ length: 16 }, () => randomInt(36).toString(36)).join('');
}

/** Returns the last part of a file's name in a form that can be shown. */
export function printableName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  return base
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200);
}

/** Returns the result of work as an outcome; a refusal becomes one too, and other errors are thrown. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return refusable<T>(() => {
      throw error;
    });
  }
}
