import { join } from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { createDatabase, type Db, isUpToDate, migrate, migrationsDone, openDatabase } from '@/db/client';
import { requireDatabaseOrNothing } from '@/lib/backup/find-traces';
import { isRestoreUnderWay } from '@/lib/backup/swap-contents';
import { OperatorError } from '@/lib/errors';
import { amongTools } from '@/lib/process/tool-locks';
import { openDataFolder } from '@/lib/settings/data-folder';
import { environment } from '@/lib/settings/environment';
import { holdsPublication } from '@/lib/settings/find-data-dir';
import { manageCommand, startCommand } from '@/lib/settings/operator-commands';

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** One verb of `npm run manage`. */
export interface Verb {
  /** One line for the overview. */
  summary: string;
  /** The arguments, such as `--email <address>`. */
  usage: string;
  help: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /**
   * @returns the sentence that says what was done.
   * @throws OperatorError with the reason why nothing was.
   */
  run(values: Values, positionals: string[]): string | Promise<string>;
}

/**
 * Opens the publication's database for `verb`, with the tables of this version.
 * @throws OperatorError when there is no database, so that a wrong path does not create an empty one, or when
 *   its tables are those of another version.
 */
export function withDatabase<T>(verb: string, work: (db: Db) => T | Promise<T>): Promise<T> {
  requirePublication();
  return withNewDatabase(verb, work);
}

/**
 * Opens the database for `verb` whatever the version of its tables: for verbs that must always be possible.
 * @throws OperatorError when there is none.
 */
export function withDatabaseAsItIs<T>(verb: string, work: (db: Db) => T | Promise<T>): Promise<T> {
  requirePublication();
  const { dataDir } = environment();
  return amongTools(dataDir, verb, async () => {
    const db = openDatabase(join(dataDir, 'broadside.db'));
    try {
      return await work(db);
    } finally {
      db.$client.close();
    }
  });
}

/** @throws OperatorError when there is no publication in the data folder, or only a part of one that is being restored. */
export function requirePublication(): void {
  const { dataDir } = environment();
  if (isRestoreUnderWay(dataDir))
    throw new OperatorError(
      `A restore of ${dataDir} is not complete. Start the publication (${startCommand()}) or run the restore again to complete it: ${manageCommand('restore <folder>')}`,
    );
  if (holdsPublication(dataDir)) return;
  throw new OperatorError(
    `There is no publication in ${dataDir}. Set DATA_DIR to its folder, or start Broadside once to create one.`,
  );
}

/** Opens the database for `verb` like withDatabase, and creates it if it does not exist. */
export function withNewDatabase<T>(verb: string, work: (db: Db) => T | Promise<T>): Promise<T> {
  const { dataDir } = environment();
  for (const sentence of openDataFolder(dataDir)) console.error(sentence);
  return amongTools(dataDir, verb, async () => {
    requireDatabaseOrNothing(dataDir);
    createDatabase(join(dataDir, 'broadside.db'));
    const db = openDatabase(join(dataDir, 'broadside.db'));
    try {
      makeOrRequireTables(db);
      return await work(db);
    } finally {
      db.$client.close();
    }
  });
}

/**
 * Creates the tables of an empty database. Existing tables are not changed: the version that serves uses
 * them, and only a start or an upgrade migrates them.
 * @throws OperatorError when they are those of another version.
 */
export function makeOrRequireTables(db: Db): void {
  if (migrationsDone(db) === 0) migrate(db);
  if (isUpToDate(db)) return;
  throw new OperatorError(
    `The database of this publication belongs to another version. Start this version once, or upgrade a running one: ${manageCommand('upgrade')}`,
  );
}
