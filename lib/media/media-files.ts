import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '@/lib/settings/private-files';
import { diskRefusal } from './disk-refusal';
import { freeBytes } from './free-bytes';
import type { MadeRendition } from './make-renditions';

/** The names of folders of media. */
export const MEDIA_ID = /^[0-9a-z]{16}$/;

/**
 * Writes the files of a picture to `<mediaDir>/<mediaId>/`: all of them or none, and synced to disk (fsync)
 * before this returns; their bytes are freed. They are written to a temporary folder and moved into place together.
 * @throws Refusal `invalid` when the disk is full, `unavailable` when it cannot be written.
 */
export async function writeMediaFiles(mediaDir: string, mediaId: string, files: MadeRendition[]) {
  const incoming = join(mediaDir, `.incoming-${mediaId}`);
  try {
    await mkdir(incoming, { recursive: true, mode: PRIVATE_FOLDER });
    for (const { file, data } of files) {
      await writeDurably(join(incoming, file), data);
      freeBytes(data);
    }
    await syncFolder(incoming);
    await rename(incoming, join(mediaDir, mediaId));
    await syncFolder(mediaDir);
  } catch (error) {
    await remove(incoming);
    throw diskRefusal(error);
  }
}

/**
 * Adds files to those of a picture, synced to disk; their bytes are freed. Files left by a failure are removed with
 * the next replacement.
 * @throws Refusal `invalid` when the disk is full, `unavailable` when it cannot be written.
 */
export async function addMediaFiles(mediaDir: string, mediaId: string, files: MadeRendition[]) {
  const folder = folderOf(mediaDir, mediaId);
  try {
    await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
    for (const { file, data } of files) {
      await rm(join(folder, file), { force: true });
      await writeDurably(join(folder, file), data);
      freeBytes(data);
    }
    await syncFolder(folder);
  } catch (error) {
    throw diskRefusal(error);
  }
}

/** Makes a file that is already in the media folder the only file of a medium, synced to disk. */
export async function moveIntoPlace(mediaDir: string, mediaId: string, path: string, file: string) {
  const folder = folderOf(mediaDir, mediaId);
  await mkdir(folder, { mode: PRIVATE_FOLDER });
  await syncFile(path);
  await rename(path, join(folder, file));
  await syncFolder(folder);
  await syncFolder(mediaDir);
}

async function syncFile(path: string) {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes the files of a picture that are not kept. @param isKept called with each file's name. */
export async function removeOtherFiles(mediaDir: string, mediaId: string, isKept: (file: string) => boolean) {
  const folder = folderOf(mediaDir, mediaId);
  for (const file of await readdir(folder)) if (!isKept(file)) await rm(join(folder, file));
}

function folderOf(mediaDir: string, mediaId: string): string {
  if (!MEDIA_ID.test(mediaId)) throw new Error(`Not a media id: ${mediaId}`);
  return join(mediaDir, mediaId);
}

/** Removes the files of a picture; does nothing when they are already gone. */
export async function removeMediaFiles(mediaDir: string, mediaId: string) {
  await remove(folderOf(mediaDir, mediaId));
}

/** @throws Refusal `unavailable` when the disk cannot be written. */
async function remove(folder: string) {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    throw diskRefusal(error);
  }
}

async function writeDurably(path: string, data: Buffer) {
  const handle = await open(path, 'wx', PRIVATE_FILE);
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(path: string) {
  // Windows cannot open folders; a rename is durable there without this.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
