import { chmodSync, statSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { PRIVATE_FILE } from '@/lib/settings/private-files';

/**
 * How a lock is held: by one process alone, or by any number together while nobody holds it alone.
 * @see https://www.sqlite.org/lockingv3.html
 */
export type LockMode = 'alone' | 'together';

/** A lock that this process holds. */
export interface Lock {
  release(): void;
}

/** Prevents the connections from being collected as garbage, which would release their locks. */
const held = new Set<BetterSqlite.Database>();

/**
 * Takes a lock on a file, which is created if it does not exist. The lock is SQLite's, so the system releases
 * it when the process ends, however it ends. No code may open the file in another way: closing it would
 * release the lock (see “Advisory record locking” at https://man7.org/linux/man-pages/man2/fcntl_locking.2.html).
 * @returns null when another process holds it.
 */
export function tryLock(file: string, mode: LockMode): Lock | null {
  const client = new BetterSqlite(file, { timeout: 0 });
  try {
    // Nothing is ever written to it.
    client.pragma('journal_mode = MEMORY');
    client.exec(mode === 'alone' ? 'BEGIN EXCLUSIVE' : 'BEGIN');
    client.prepare('SELECT count(*) FROM sqlite_master').get();
  } catch (error) {
    client.close();
    if (error instanceof BetterSqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  // Only where it is needed: it fails on a disk that became read-only.
  if ((statSync(file).mode & 0o777) !== PRIVATE_FILE) chmodSync(file, PRIVATE_FILE);
  held.add(client);
  return {
    release: () => {
      client.close();
      held.delete(client);
    },
  };
}
