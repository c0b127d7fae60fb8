import { join } from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { type Db, isUpToDate, migrate, migrationsDone, openDatabase } from '@/db/client';
import { OperatorError } from '@/lib/errors';
import { openDataFolder } from '@/lib/settings/data-folder';
import { environment } from '@/lib/settings/environment';
import { holdsPublication } from '@/lib/settings/find-data-dir';
import { manageCommand } from '@/lib/settings/operator-commands';

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** One verb of `npm run manage`. */
export interface Verb {
  /** One line for the overview. */
  summary: string;
  /** The arguments, as `--email <address>`. */
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
 * Opens the publication's database, with the tables of this version, for the time of `work`.
 * @throws OperatorError when there is none, so that nothing is done to an empty one at a wrong place,
 * or when its tables are those of another version.
 */
export function withDatabase<T>(work: (db: Db) => T | Promise<T>): Promise<T> {
  requirePublication();
  return withNewDatabase(work);
}

/**
 * The same, with the tables as they are: for what must be possible at any time.
 * @throws OperatorError when there is none.
 */
export async function withDatabaseAsItIs<T>(work: (db: Db) => T | Promise<T>): Promise<T> {
  requirePublication();
  const db = openDatabase(join(environment().dataDir, 'broadside.db'));
  try {
    return await work(db);
  } finally {
    db.$client.close();
  }
}

function requirePublication(): void {
  const { dataDir } = environment();
  if (holdsPublication(dataDir)) return;
  throw new OperatorError(
    `There is no publication in ${dataDir}. Set DATA_DIR to its folder, or start Broadside once to create one.`,
  );
}

/** The same for a publication that need not be there yet. */
export async function withNewDatabase<T>(work: (db: Db) => T | Promise<T>): Promise<T> {
  const { dataDir } = environment();
  openDataFolder(dataDir);
  const db = openDatabase(join(dataDir, 'broadside.db'));
  try {
    makeOrRequireTables(db);
    return await work(db);
  } finally {
    db.$client.close();
  }
}

/**
 * Makes the tables of an empty database. Those that are there stay as they are: the version that
 * serves knows them, and only a start or an upgrade changes them.
 * @throws OperatorError when they are those of another version.
 */
export function makeOrRequireTables(db: Db): void {
  if (migrationsDone(db) === 0) migrate(db);
  if (isUpToDate(db)) return;
  throw new OperatorError(
    `The database of this publication belongs to another version. Start this version once, or upgrade a running one: ${manageCommand('upgrade')}`,
  );
}
