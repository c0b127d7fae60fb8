import BetterSqlite from 'better-sqlite3';
import { type Db, WAIT_MS, withDrizzle } from './client';

/**
 * Opens the publication's database for reading, beside the connection that writes; the file must exist and be
 * migrated. Each transaction reads the state of its beginning.
 */
export function openReadOnly(file: string): Db {
  const client = new BetterSqlite(file, { readonly: true, fileMustExist: true, timeout: WAIT_MS });
  return withDrizzle(client);
}
