import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { rememberOwnFiles } from './own-files';
import { recordConnection } from './recorded-queries';
import { reuseStatements } from './reused-statements';
import * as schema from './schema';

export type Db = BetterSQLite3Database<typeof schema> & { $client: BetterSqlite.Database };
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** How long programs without readers wait for a lock, ms. */
export const WAIT_MS = 5000;

/**
 * Opens the publication's database, creating the file and its folder if they do not exist. WAL with
 * `synchronous=FULL`: committed data survives a power cut. Deleted words are overwritten (`secure_delete`).
 * @param options.waitMs how long a write blocks the thread while another process holds the lock; the server
 *   does not wait here (see `neverWait`).
 * @see https://www.sqlite.org/pragma.html#pragma_synchronous
 */
export function openDatabase(file: string, { waitMs = WAIT_MS }: { waitMs?: number } = {}): Db {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const client = new BetterSqlite(file, { timeout: waitMs });
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  client.pragma('recursive_triggers = ON');
  limitCache(client);
  rememberOwnFiles(client);
  client.pragma('secure_delete = ON');
  recordConnection(client);
  return withDrizzle(client);
}

/** Lets Drizzle use a connection, which all else gets as `$client`. */
export function withDrizzle(client: BetterSqlite.Database): Db {
  return Object.assign(drizzle(reuseStatements(client), { schema }), { $client: client });
}

/** In KiB, negative as SQLite wants it. */
const CACHE_SIZE = -4096;

/**
 * Limits what a connection keeps of the file, which better-sqlite3 sets to 16 MB: the system keeps it too, once for
 * all connections. Not for searches, which read the same pages again and again: they would take 4 ms more.
 * @see https://www.sqlite.org/pragma.html#pragma_cache_size
 */
export function limitCache(client: BetterSqlite.Database): void {
  client.pragma(`cache_size = ${CACHE_SIZE}`);
}

/**
 * Makes writes fail immediately (`SQLITE_BUSY`) while another process holds the lock. Waiting would block the
 * thread, and with it every reader; `lib/when-free.ts` waits without blocking.
 */
export function neverWait(db: Db): void {
  db.$client.pragma('busy_timeout = 0');
}

/**
 * Creates the database of a new publication, with its tables, at once: a process that is killed meanwhile leaves
 * no database, and not an empty one that could be taken for a publication. Does nothing where there is one.
 */
export function createDatabase(file: string): void {
  if (existsSync(file)) return;
  const unfinished = `${file}.unfinished`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
  const db = openDatabase(unfinished);
  try {
    migrate(db);
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.$client.close();
  }
  renameSync(unfinished, file);
  if (process.platform !== 'win32') syncToDisk(dirname(file));
}

/** The result of `migrate`: `created` when the file was empty before. */
export interface Migrated {
  created: boolean;
  applied: number;
}

/**
 * Migrates the file to this version's tables. All pending migrations run in one transaction, so a failure
 * changes nothing. A file with earlier migrations is copied first, to `broadside.db.before-<n>` in the same
 * folder, where n is the number of those migrations; a new file is not copied.
 * @throws Error when the file has more migrations than this version has.
 */
export function migrate(db: Db): Migrated {
  const migrations = readMigrationFiles({ migrationsFolder: migrationsFolder() });
  const done = migrationsDone(db);
  if (done > migrations.length)
    throw new Error('This data folder was made by a newer Broadside: update the program.');
  const pending = migrations.slice(done);
  if (pending.length === 0) return { created: false, applied: 0 };
  // Everything that is in the log belongs in the copy.
  if (done > 0) db.$client.pragma('wal_checkpoint(TRUNCATE)');
  db.$client
    .transaction(() => {
      if (done > 0) keepCopy(db.$client.name, done);
      for (const migration of pending) {
        for (const statement of migration.sql) db.$client.exec(statement);
      }
      db.$client.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
  return { created: done === 0, applied: pending.length };
}

/**
 * Opens the publication's database with this version's tables, created or migrated if necessary. After a migration
 * it is opened again: the copy was made by opening and closing the file, which ended all locks of this process on it.
 * @throws as `migrate`.
 * @see https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
 */
export function openMigrated(file: string): Db {
  createDatabase(file);
  const db = openDatabase(file);
  if (migrate(db).applied === 0) return db;
  db.$client.close();
  return openDatabase(file);
}

/** Returns how many migrations this version has. */
export function newestMigration(): number {
  return readMigrationFiles({ migrationsFolder: migrationsFolder() }).length;
}

/** Returns the migrations folder, in a release or in a clone that is the working folder. */
function migrationsFolder(): string {
  return join(process.env.BROADSIDE_RELEASE ?? process.cwd(), 'db', 'migrations');
}

/** Whether the file has as many migrations as this version has. */
export function isUpToDate(db: Db): boolean {
  return migrationsDone(db) === newestMigration();
}

/** Returns the number of migrations applied to the file. */
export function migrationsDone(db: Db): number {
  return db.$client.pragma('user_version', { simple: true }) as number;
}

/**
 * Copies the database as it is, synced to disk, while this process holds the write lock. A copy that was
 * interrupted has another name and is made again; a complete one that an earlier attempt left is replaced,
 * because it lacks what was written since.
 */
function keepCopy(file: string, done: number) {
  const copy = `${file}.before-${done}`;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  // A program that reads keeps the log from being emptied. The file alone would lack what is in the log.
  if (isEmptyLog(`${file}-wal`)) copyFileSync(file, unfinished, constants.COPYFILE_FICLONE);
  else copyThroughSqlite(file, unfinished);
  // A copy has the mode of its original, and a database from an earlier version may be readable by everyone.
  chmodSync(unfinished, 0o600);
  syncToDisk(unfinished);
  renameSync(unfinished, copy);
  if (process.platform !== 'win32') syncToDisk(dirname(copy));
}

function isEmptyLog(file: string): boolean {
  return !existsSync(file) || statSync(file).size === 0;
}

/** @see https://www.sqlite.org/lang_vacuum.html#vacuuminto */
function copyThroughSqlite(file: string, copy: string) {
  const client = new BetterSqlite(file, { readonly: true, timeout: WAIT_MS });
  try {
    client.prepare('VACUUM INTO ?').run(copy);
  } finally {
    client.close();
  }
}

/** Writes a file or folder through to the disk. */
function syncToDisk(path: string) {
  // Windows cannot sync a file that is open for reading only.
  const descriptor = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
