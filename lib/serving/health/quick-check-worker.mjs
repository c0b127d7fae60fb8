import BetterSqlite from 'better-sqlite3';

const MOST_FAULTS = 10;

/**
 * Lets SQLite check a database table by table, so that no read transaction lasts long. It reads the whole file, so
 * it runs in a thread.
 * @param {{ file: string }} task
 * @returns {string[]} what is wrong, in SQLite’s words; empty when nothing is.
 */
export default function quickCheck({ file }) {
  const client = new BetterSqlite(file, { readonly: true, fileMustExist: true });
  try {
    const tables = client
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
      .pluck()
      .all();
    const faults = [];
    for (const table of tables) {
      const quoted = `"${String(table).replaceAll('"', '""')}"`;
      const rows = client.prepare(`PRAGMA quick_check(${quoted})`).pluck().all();
      faults.push(...rows.map(String).filter((row) => row !== 'ok'));
      if (faults.length >= MOST_FAULTS) break;
    }
    return faults.slice(0, MOST_FAULTS);
  } catch (error) {
    if (error instanceof BetterSqlite.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code))
      return [error.message];
    throw error;
  } finally {
    client.close();
  }
}
