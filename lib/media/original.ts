import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { StoredFile } from '@/db/column-types';
import { media } from '@/db/schema';
import { Refusal } from '@/lib/errors';
import { isAnimated, mastersOf } from './owned-files';

type Row = Pick<typeof media.$inferSelect, 'id' | 'kind' | 'renditions' | 'master'>;

/** The original of a picture, with its bytes. */
export interface Original {
  stored: StoredFile;
  bytes: Buffer;
}

/**
 * Reads the original of a still picture: what was stored when it was uploaded, whole and upright.
 * @throws Refusal `invalid` for animations and recordings, which have none; `not_found` when the file is gone.
 */
export async function readOriginal(mediaDir: string, row: Row): Promise<Original> {
  requireStill(row);
  for (const file of mastersOf(row)) {
    const bytes = await bytesOf(join(mediaDir, row.id, file));
    if (bytes) return { stored: row.master ?? measured(file, bytes), bytes };
  }
  throw new Refusal('not_found', 'originalMissing');
}

/** @throws Refusal `invalid` for animations and recordings, which have no original. */
export function requireStill(row: Pick<Row, 'kind' | 'renditions'>): void {
  if (row.kind !== 'picture' || isAnimated(row)) throw new Refusal('invalid', 'onlyStillPictures');
}

/**
 * Reads the original of a picture of the library.
 * @throws Refusal `not_found` when there is no such picture, and as `readOriginal` does.
 */
export async function findOriginal(db: Db, mediaId: string, mediaDir: string) {
  const { id, kind, renditions, master } = media;
  const row = db.select({ id, kind, renditions, master }).from(media).where(eq(id, mediaId)).get();
  if (!row) throw new Refusal('not_found', 'pictureGone');
  const { stored, bytes } = await readOriginal(mediaDir, row);
  return { bytes, mime: stored.file.endsWith('.png') ? 'image/png' : 'image/jpeg' };
}

/** Earlier versions did not record originals. */
function measured(file: string, bytes: Buffer): StoredFile {
  return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
