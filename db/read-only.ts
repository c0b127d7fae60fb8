import BetterSqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { type Db, limitCache, WAIT_MS } from './client';
import * as schema from './schema';

/**
 * Opens the publication's database for reading, beside the connection that writes; the file must exist and be
 * migrated. Each transaction reads the state of its beginning.
 */
export function openReadOnly(file: string): Db {
  const client = new BetterSqlite(file, { readonly: true, fileMustExist: true, timeout: WAIT_MS });
  limitCache(client);
  prepareOnce(client);
  return drizzle(client, { schema });
}

const MOST_STATEMENTS = 200;

/** Prepares each statement once: the same few are asked again and again, and preparing one takes as long as asking. */
function prepareOnce(client: BetterSqlite.Database): void {
  const known = new Map<string, BetterSqlite.Statement>();
  const prepare = client.prepare.bind(client);
  const prepareKnown = (statement: string) => {
    const before = known.get(statement);
    if (before) return before;
    if (known.size === MOST_STATEMENTS) known.clear();
    const prepared = prepare(statement);
    known.set(statement, prepared);
    return prepared;
  };
  client.prepare = prepareKnown as typeof client.prepare;
}
