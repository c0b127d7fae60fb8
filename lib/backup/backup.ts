import { existsSync, statSync } from 'node:fs';
import { lstat, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Db } from '@/db/client';
import { Refusal } from '@/lib/errors';
import { makePrivateFolder } from '@/lib/settings/private-files';
import { copyFolder, sync, unlessMissing } from './copy-folder';
import { requireRoom } from './disk-room';
import { beginManifest, hashFiles, listFiles, writeManifest } from './manifest';
import { countBytes, type OnProgress } from './progress';
import { snapshotDatabase } from './snapshot-database';
import { requireSoundDatabase } from './verify-backup';

const DATABASE = 'broadside.db';

interface Making {
  onProgress?: OnProgress;
  /** The current time, epoch ms. */
  now?: number;
}

/**
 * Copies the database, the media files and the secrets into a new folder that only its owner can read, with a
 * manifest; safe while the publication runs. The folder appears only when it is complete, verified and on the
 * disk. Until then it is called `<folder>.unfinished`.
 * @param folder must not exist yet.
 * @throws Refusal `conflict` when it does, `unavailable` when the disk has no room for it.
 */
export async function makeBackup(
  db: Db,
  dataDir: string,
  folder: string,
  making: Making = {},
): Promise<void> {
  if (existsSync(folder)) throw new Refusal('conflict', 'backupExists', { folder });
  const unfinished = unfinishedName(folder);
  await rm(unfinished, { recursive: true, force: true });
  try {
    await fillBackup(db, dataDir, unfinished, making);
    await rename(unfinished, folder);
    await sync(dirname(folder));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!isThere(error)) throw error;
    throw new Refusal('conflict', 'backupExists', { folder });
  }
}

/** Returns the name of a backup that is not finished. */
export function unfinishedName(folder: string): string {
  return `${folder}.unfinished`;
}

async function fillBackup(
  db: Db,
  dataDir: string,
  folder: string,
  { onProgress, now = Date.now() }: Making,
): Promise<void> {
  const databaseBytes = sizeOf(db.$client.name) + sizeOf(`${db.$client.name}-wal`);
  const mediaBytes = await bytesIn(join(/* turbopackIgnore: true */ dataDir, 'media'));
  await requireRoom(folder, databaseBytes + mediaBytes);
  makePrivateFolder(folder);
  const manifest = beginManifest(now);
  await writeManifest(folder, manifest);

  const onCopied = countBytes(onProgress, 'Copied', databaseBytes + mediaBytes);
  const take = (part: string) => takePart({ dataDir, folder, part, onCopied });
  await take('media');
  let before = 0;
  await snapshotDatabase(db.$client.name, join(folder, DATABASE), (copied) => {
    onCopied(copied - before);
    before = copied;
  });
  // The database may name files that were added while it was being copied; those removed meanwhile are here.
  await take('media');
  await take('secrets');
  await sync(folder);

  const { schemaVersion, counts } = requireSoundDatabase(folder);
  const total = (await listFiles(folder)).reduce((sum, { bytes }) => sum + bytes, 0);
  const files = await hashFiles(folder, countBytes(onProgress, 'Checked', total));
  await writeManifest(folder, { ...manifest, isComplete: true, schemaVersion, counts, files });
  await sync(folder);
}

async function takePart(taking: {
  dataDir: string;
  folder: string;
  part: string;
  onCopied: (bytes: number) => void;
}): Promise<void> {
  // A name known only at run time would make Next trace the whole project into the release.
  const from = join(/* turbopackIgnore: true */ taking.dataDir, taking.part);
  const to = join(/* turbopackIgnore: true */ taking.folder, taking.part);
  if (!(await isNamed(from))) return;
  await copyFolder(from, to, {
    isLive: true,
    isDurable: true,
    // The bytes of a file of a given name never change.
    isAddition: true,
    onCopied: taking.onCopied,
  });
}

/** Whether there is anything at a path, even a link that leads nowhere: that is an error, not an absence. */
async function isNamed(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    unlessMissing(error as NodeJS.ErrnoException);
    return false;
  }
}

/** Adds up a folder that may change meanwhile; files that cannot be read are reported when they are copied. */
async function bytesIn(folder: string): Promise<number> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return 0;
  return (await listFiles(folder, { isLive: true })).reduce((sum, { bytes }) => sum + bytes, 0);
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ENOTEMPTY|EEXIST|ENOTDIR)$/.test(`${error.code}`);
}
