import BetterSqlite from 'better-sqlite3';

/** What the file says when nobody can have it open, because it is no database or none is there. */
const UNUSABLE = /^SQLITE_(?:NOTADB|CORRUPT|CANTOPEN)/;

/**
 * Whether another process has this database open, and so a publication runs on it, at whatever port.
 * SQLite leaves the mode with a log beside the file only for a connection that is alone.
 * @see https://www.sqlite.org/pragma.html#pragma_journal_mode
 */
export function isInUse(file: string): boolean {
  try {
    const client = new BetterSqlite(file, { fileMustExist: true, timeout: 0 });
    try {
      client.pragma('journal_mode = DELETE');
      client.pragma('journal_mode = WAL');
      return false;
    } finally {
      client.close();
    }
  } catch (error) {
    if (!(error instanceof BetterSqlite.SqliteError)) throw error;
    if (UNUSABLE.test(error.code)) return false;
    if (/^SQLITE_BUSY/.test(error.code)) return true;
    throw error;
  }
}
