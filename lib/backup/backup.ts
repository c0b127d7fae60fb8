import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { Db } from '@/db/client';
import { Refusal } from '@/lib/errors';

const DATABASE = 'broadside.db';

/**
 * Copies the database (SQLite's online backup, safe while the publication runs), the pictures and
 * the secrets into a new folder, which appears only when it is whole.
 * @param folder must not exist yet.
 * @throws Refusal `conflict` when it does.
 * @see https://www.sqlite.org/backup.html
 */
export async function makeBackup(db: Db, dataDir: string, folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await db.$client.backup(join(unfinished, DATABASE));
  for (const part of ['media', 'secrets']) {
    await cp(join(dataDir, part), join(unfinished, part), { recursive: true }).catch(unlessMissing);
  }
  verifyBackup(unfinished);
  await rename(unfinished, folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    throw new Refusal('conflict', `${folder} is there already. Name another folder.`);
  });
}

/**
 * Reads the database of a backup whole.
 * @throws Refusal `invalid` when there is none or it is damaged.
 */
export function verifyBackup(folder: string): void {
  let client: BetterSqlite.Database;
  try {
    client = new BetterSqlite(join(folder, DATABASE), { readonly: true, fileMustExist: true });
  } catch {
    throw new Refusal('invalid', `There is no backup in ${folder}.`);
  }
  try {
    const [row] = client.pragma('integrity_check') as { integrity_check: string }[];
    if (row?.integrity_check !== 'ok') throw new Refusal('invalid', `The backup in ${folder} is damaged.`);
  } finally {
    client.close();
  }
}

/**
 * Puts a verified backup in the place of the data folder, and keeps what was there beside it.
 * The publication must not be running.
 * @returns where the former data folder is now.
 */
export async function restoreBackup(folder: string, dataDir: string, now: number): Promise<string> {
  verifyBackup(folder);
  const incoming = `${dataDir}.incoming`;
  const former = `${dataDir}.before-restore-${now}`;
  await rm(incoming, { recursive: true, force: true });
  await cp(folder, incoming, { recursive: true });
  verifyBackup(incoming);
  await rename(dataDir, former).catch(unlessMissing);
  await rename(incoming, dataDir);
  return former;
}

function unlessMissing(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error;
}
