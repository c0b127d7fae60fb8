import { join } from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { type Db, migrate, openDatabase } from '@/db/client';
import { environment } from '@/lib/settings/environment';

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

/** Opens the publication's database, migrated, for the time of `work`. */
export async function withDatabase<T>(work: (db: Db) => T | Promise<T>): Promise<T> {
  const db = openDatabase(join(environment().dataDir, 'broadside.db'));
  try {
    migrate(db);
    return await work(db);
  } finally {
    db.$client.close();
  }
}
