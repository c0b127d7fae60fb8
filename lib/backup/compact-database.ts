import { chmod, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { OperatorError } from '@/lib/errors';
import { PRIVATE_FILE } from '@/lib/settings/private-files';
import { sync } from './copy-folder';
import { requireRoom } from './disk-room';

/** The size of a database before and after, in bytes. */
export interface Compacted {
  beforeBytes: number;
  afterBytes: number;
}

/**
 * Writes a database anew, with what is in its tables and nothing else: earlier versions left the words of deleted and
 * changed rows in pages that are free, or partly free. Nothing else may have the database open. A process that is
 * killed meanwhile leaves it as it was.
 * @throws Refusal `unavailable` when there is no room for a copy.
 * @throws OperatorError when the database is damaged; then nothing is changed.
 * @see https://www.sqlite.org/lang_vacuum.html
 */
export async function compactDatabase(file: string): Promise<Compacted> {
  const copy = `${file}.unfinished`;
  await rm(copy, { force: true });
  await requireRoom(dirname(file), (await stat(file)).size);
  try {
    const source = new BetterSqlite(file, { fileMustExist: true });
    try {
      source.pragma('wal_checkpoint(TRUNCATE)');
      source.prepare('VACUUM INTO ?').run(copy);
    } finally {
      source.close();
    }
    requireSound(copy);
    await chmod(copy, PRIVATE_FILE);
    await sync(copy);
    const [before, after] = await Promise.all([stat(file), stat(copy)]);
    // A log belongs to the file that it was written for.
    for (const suffix of ['-wal', '-shm']) await rm(file + suffix, { force: true });
    await rename(copy, file);
    await sync(dirname(file));
    return { beforeBytes: before.size, afterBytes: after.size };
  } finally {
    await rm(copy, { force: true });
  }
}

function requireSound(file: string): void {
  const copy = new BetterSqlite(file, { readonly: true });
  try {
    const found = copy.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new OperatorError(`The database is damaged. Nothing was changed. ${found}`);
  } finally {
    copy.close();
  }
}
