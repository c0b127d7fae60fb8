import { statSync } from 'node:fs';
import type BetterSqlite from 'better-sqlite3';

/** The files that each connection opened: their paths, with what tells them from others of the same name. */
const opened = new WeakMap<BetterSqlite.Database, Map<string, string>>();

/** Remembers the file that a connection has just opened. */
export function rememberOwnFiles(client: BetterSqlite.Database): void {
  opened.set(client, new Map());
  isOwnFile(client, client.name);
}

/**
 * Whether the files of a connection are still those that it opened. SQLite goes on writing to a database that was
 * moved away or deleted, or whose log was: nothing of that is found again at its place.
 * @see https://www.sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use
 */
export function hasOwnFiles(client: BetterSqlite.Database): boolean {
  if (client.memory) return true;
  // The log is there from the first read or write.
  return isOwnFile(client, client.name) && isOwnFile(client, `${client.name}-wal`);
}

function isOwnFile(client: BetterSqlite.Database, path: string): boolean {
  const files = opened.get(client);
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  const found = stats ? `${stats.dev}:${stats.ino}` : 'none';
  const first = files?.get(path);
  if (first === undefined) {
    files?.set(path, found);
    return true;
  }
  return found === first;
}
