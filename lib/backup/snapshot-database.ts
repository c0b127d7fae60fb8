import { chmod } from 'node:fs/promises';
import BetterSqlite from 'better-sqlite3';
import { PRIVATE_FILE } from '@/lib/settings/private-files';
import { sync } from './copy-folder';
import { copyPages } from './copy-pages';

/** One megabyte: a step takes a millisecond or so, and requests are answered between two steps. */
const PAGES_AT_ONCE = 256;
const BUSY_TIMEOUT_MS = 5000;

/**
 * Copies a database as it is at this moment, while others write to it, to one file that is synced to disk.
 *
 * SQLite's backup starts again whenever another process writes, unless its source is inside a read
 * transaction: then it copies the state that the transaction sees. Meanwhile the write-ahead log cannot be
 * shortened, so it grows by everything that is written.
 * @param onPage called with the bytes copied so far, and those to copy. May throw to end the copying.
 * @see https://www.sqlite.org/c3ref/backup_finish.html
 */
export async function snapshotDatabase(
  file: string,
  target: string,
  onPage: (copiedBytes: number, ofBytes: number) => void = () => {},
): Promise<void> {
  const source = new BetterSqlite(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    const pageBytes = source.pragma('page_size', { simple: true }) as number;
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_master').get();
    await copyPages(source, target, {
      progress({ totalPages, remainingPages }) {
        onPage((totalPages - remainingPages) * pageBytes, totalPages * pageBytes);
        return PAGES_AT_ONCE;
      },
    });
  } finally {
    source.close();
  }
  makeOneFile(target);
  await chmod(target, PRIVATE_FILE);
  await sync(target);
}

/** Leaves WAL mode, so that reading the copy creates no files next to it. */
function makeOneFile(file: string) {
  const copy = new BetterSqlite(file);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
