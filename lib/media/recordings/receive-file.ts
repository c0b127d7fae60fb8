import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@/lib/errors';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '@/lib/settings/private-files';
import { diskRefusal } from '../disk-refusal';
import { MAX_VIDEO_BYTES } from './recording';

/** A received file, on the disk. */
export interface Received {
  path: string;
  sha256: string;
  bytes: number;
}

/**
 * Writes an upload to a file of the media folder, with only one chunk at a time in memory. An interrupted
 * upload leaves nothing.
 * @throws Refusal `invalid` when it is too large or the disk is full, `unavailable` when it cannot be written.
 */
export async function receiveFile(mediaDir: string, pieces: AsyncIterable<Uint8Array>): Promise<Received> {
  const path = join(mediaDir, `.receiving-${randomBytes(8).toString('hex')}`);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await mkdir(mediaDir, { recursive: true, mode: PRIVATE_FOLDER });
    const handle = await open(path, 'wx', PRIVATE_FILE);
    try {
      for await (const piece of pieces) {
        bytes += piece.byteLength;
        if (bytes > MAX_VIDEO_BYTES) throw new Refusal('invalid', 'fileOver500');
        hash.update(piece);
        await handle.writeFile(piece);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw diskRefusal(error);
  }
  return { path, sha256: hash.digest('hex'), bytes };
}
