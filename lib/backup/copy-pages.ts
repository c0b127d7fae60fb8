import { setTimeout } from 'node:timers/promises';
import type BetterSqlite from 'better-sqlite3';

const LOCKED_MS = 30_000;
const RETRY_MS = 10;

/**
 * Copies a database with SQLite's backup. better-sqlite3 reports a copy as complete although it has no page if a lock
 * stopped its first step: such a copy is begun again.
 * @throws Error when the target stays locked.
 * @see https://www.sqlite.org/c3ref/backup_finish.html
 */
export async function copyPages(
  source: BetterSqlite.Database,
  target: string,
  options?: BetterSqlite.BackupOptions,
): Promise<void> {
  const until = Date.now() + LOCKED_MS;
  while ((await source.backup(target, options)).totalPages === 0) {
    if (Date.now() > until) throw new Error(`Another program keeps ${target} locked.`);
    await setTimeout(RETRY_MS);
  }
}
