import { join } from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { type Db, migrate, openDatabase } from '@/db/client';
import { Refusal } from '@/lib/errors';
import { openDataFolder } from '@/lib/settings/data-folder';
import { environment } from '@/lib/settings/environment';
import { holdsPublication } from '@/lib/settings/find-data-dir';

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
   * @throws Refusal with the reason why nothing was.
   */
  run(values: Values, positionals: string[]): string | Promise<string>;
}

/**
 * Opens the publication's database, migrated, for the time of `work`.
 * @throws Refusal `not_found` when there is none, so that nothing is done to an empty one at a wrong place.
 */
export async function withDatabase<T>(work: (db: Db) => T | Promise<T>): Promise<T> {
  const { dataDir } = environment();
  if (!holdsPublication(dataDir))
    throw new Refusal(
      'not_found',
      `There is no publication in ${dataDir}. Name its folder with DATA_DIR, or start Broadside once to make one.`,
    );
  return withNewDatabase(work);
}

/** The same for a publication that need not be there yet. */
export async function withNewDatabase<T>(work: (db: Db) => T | Promise<T>): Promise<T> {
  const { dataDir } = environment();
  openDataFolder(dataDir);
  const db = openDatabase(join(dataDir, 'broadside.db'));
  try {
    migrate(db);
    return await work(db);
  } finally {
    db.$client.close();
  }
}
