import BetterSqlite from 'better-sqlite3';
import { limitCache } from '@/db/client';

/**
 * Tracks the content version that readers must see. A change by any process to what readers can see moves it
 * at the next call.
 * @see https://www.sqlite.org/pragma.html#pragma_data_version
 */
export class ContentVersion {
  // `data_version` moves only for changes by other connections: this connection must never be shared.
  readonly #client: BetterSqlite.Database;
  readonly #askData: BetterSqlite.Statement;
  readonly #askContent: BetterSqlite.Statement;
  #dataVersion = -1;
  #contentVersion = -1;

  /** @param file the database, already migrated. */
  constructor(file: string) {
    this.#client = new BetterSqlite(file, { readonly: true, fileMustExist: true });
    limitCache(this.#client);
    this.#askData = this.#client.prepare('PRAGMA data_version').pluck();
    this.#askContent = this.#client.prepare('SELECT content_version FROM site WHERE id = 1').pluck();
  }

  /** Returns the current content version; costs microseconds while nothing is written. */
  current(): number {
    const dataVersion = this.#askData.get() as number;
    if (dataVersion !== this.#dataVersion) {
      this.#contentVersion = this.#askContent.get() as number;
      this.#dataVersion = dataVersion;
    }
    return this.#contentVersion;
  }

  close(): void {
    this.#client.close();
  }
}
