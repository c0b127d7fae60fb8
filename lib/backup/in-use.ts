import BetterSqlite from 'better-sqlite3';

/** Error codes for a file that nobody can have open, because it is not a database or does not exist. */
const UNUSABLE = /^SQLITE_(?:NOTADB|CORRUPT|CANTOPEN)/;

/**
 * Whether another process has this database open, and so a publication is running on it, on any port. SQLite
 * leaves WAL mode only if no other connection is open.
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
