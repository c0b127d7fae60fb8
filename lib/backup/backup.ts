import { chmod, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { Db } from '@/db/client';
import { Refusal } from '@/lib/errors';
import { makePrivate, makePrivateFolder, PRIVATE_FILE } from '@/lib/settings/private-files';
import { copyFolder, unlessMissing } from './copy-folder';

const DATABASE = 'broadside.db';

/**
 * Copies the database (SQLite's online backup, safe while the publication runs), the pictures and the secrets
 * into a new folder that only its owner can read. The folder appears only when it is complete.
 * @param folder must not exist yet.
 * @throws Refusal `conflict` when it does.
 * @see https://www.sqlite.org/backup.html
 */
export async function makeBackup(db: Db, dataDir: string, folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    await fillBackup(db, dataDir, unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!isThere(error)) throw error;
    throw new Refusal('conflict', 'backupExists', { folder });
  }
}

async function fillBackup(db: Db, dataDir: string, folder: string) {
  makePrivateFolder(folder);
  await db.$client.backup(join(folder, DATABASE));
  await chmod(join(folder, DATABASE), PRIVATE_FILE);
  for (const part of ['media', 'secrets']) {
    // A name known only at run time would make Next trace the whole project into the release.
    const from = join(/* turbopackIgnore: true */ dataDir, part);
    const to = join(/* turbopackIgnore: true */ folder, part);
    if (await exists(from)) await copyFolder(from, to, { isLive: true });
  }
  verifyBackup(folder);
}

/**
 * Reads the whole database of a backup.
 * @throws Refusal `invalid` when there is none or it is damaged.
 */
export function verifyBackup(folder: string): void {
  let client: BetterSqlite.Database;
  try {
    client = new BetterSqlite(join(folder, DATABASE), { readonly: true, fileMustExist: true });
  } catch {
    throw new Refusal('invalid', 'noBackup', { folder });
  }
  try {
    const [row] = client.pragma('integrity_check') as { integrity_check: string }[];
    if (row?.integrity_check !== 'ok') throw new Refusal('invalid', 'backupDamaged', { folder });
  } finally {
    client.close();
  }
}

/**
 * Replaces the data folder with a verified backup, readable only by its owner, and keeps the former folder
 * next to it. The publication must not be running. A failure leaves the data folder unchanged.
 * @returns where the former data folder is now.
 */
export async function restoreBackup(folder: string, dataDir: string, now: number): Promise<string> {
  verifyBackup(folder);
  const incoming = `${dataDir}.incoming`;
  const former = `${dataDir}.before-restore-${now}`;
  await rm(incoming, { recursive: true, force: true });
  try {
    await copyFolder(folder, incoming);
    verifyBackup(incoming);
    await changePlaces({ incoming, dataDir, former });
  } catch (error) {
    await rm(incoming, { recursive: true, force: true });
    throw error;
  }
  return former;
}

async function changePlaces({
  incoming,
  dataDir,
  former,
}: Record<'incoming' | 'dataDir' | 'former', string>) {
  if (await exists(dataDir)) {
    makePrivate(dataDir);
    await rename(dataDir, former);
  }
  try {
    await rename(incoming, dataDir);
  } catch (error) {
    await rename(former, dataDir).catch(unlessMissing);
    throw error;
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error) => {
      unlessMissing(error);
      return false;
    },
  );
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ENOTEMPTY|EEXIST|ENOTDIR)$/.test(`${error.code}`);
}
