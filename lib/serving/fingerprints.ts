import BetterSqlite from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { limitCache } from '@/db/client';
import { hashOfRows, keyOfQuery, type QueryRecording, type RecordedQuery } from '@/db/recorded-queries';

/** A query of cached pages, and what it returned when it was last run again. */
interface SharedQuery extends Pick<RecordedQuery, 'sql' | 'values' | 'method' | 'form'> {
  checkedAt: number;
  hashThen: string;
}

/** What a page was made from: its queries, and the hash of what each returned. */
export interface Fingerprint {
  readonly parts: readonly { query: SharedQuery; hash: string }[];
  /** The memory that it takes. */
  readonly bytes: number;
}

/** Whether a page is still what its queries say; `unfinished` when the time was not enough to know. */
export type Verdict = 'same' | 'changed' | 'unfinished';

const MOST_QUERIES = 20_000;
const MOST_STATEMENTS = 500;
const BYTES_OF_PART = 200;
/** How long queries may delay everything else before others get their turn. */
const SLICE_MS = 3;

/**
 * Finds out whether cached pages are current after a change of the publication: runs their queries again and
 * compares hashes. A query of many pages is run once for each content version. Nothing has to list what
 * depends on what, and a row that appears or disappears counts too.
 */
export class Fingerprints {
  readonly #client: BetterSqlite.Database;
  readonly #askVersion: BetterSqlite.Statement;
  readonly #statements = new LRUCache<string, BetterSqlite.Statement>({ max: MOST_STATEMENTS });
  readonly #texts = new LRUCache<string, string>({ max: MOST_STATEMENTS });
  readonly #queries = new LRUCache<string, SharedQuery>({ max: MOST_QUERIES });
  readonly #nowMs: () => number;
  /** The content version of the snapshot that the last queries saw. */
  #version = -1;

  /** @param file the database, already migrated. @param nowMs a clock that only moves forward. */
  constructor(file: string, nowMs: () => number = () => performance.now()) {
    // A connection of its own: on another one, a transaction could be open.
    this.#client = new BetterSqlite(file, { readonly: true, fileMustExist: true });
    limitCache(this.#client);
    this.#askVersion = this.#client.prepare('SELECT content_version FROM site WHERE id = 1').pluck();
    this.#nowMs = nowMs;
  }

  /** Returns the fingerprint of work; null when its queries do not tell everything that it depends on. */
  of({ isComplete, queries }: QueryRecording): Fingerprint | null {
    // Every page reads the settings: without any query, the recording itself has failed.
    if (!isComplete || queries.size === 0) return null;
    const all = [...queries.values()];
    const parts = all.map((query) => ({ query: this.#shared(query), hash: query.hash }));
    const bytes = all.reduce((sum, { values }) => sum + BYTES_OF_PART + 2 * JSON.stringify(values).length, 0);
    return { parts, bytes };
  }

  /**
   * Checks a page at a content version, or a later one. Stops when its time is over; what was found out until
   * then is kept for the next call.
   */
  check({ parts }: Fingerprint, version: number): Verdict {
    // What other pages have found out already costs nothing.
    if (this.#version === version) {
      const known = parts.filter(({ query }) => query.checkedAt === version);
      if (known.some(({ query, hash }) => query.hashThen !== hash)) return 'changed';
      if (known.length === parts.length) return 'same';
    }
    this.#client.exec('BEGIN');
    try {
      return this.#ask(parts);
    } finally {
      this.#client.exec('COMMIT');
    }
  }

  close(): void {
    this.#client.close();
  }

  /** All queries of one call see the same snapshot. */
  #ask(parts: Fingerprint['parts']): Verdict {
    const until = this.#nowMs() + SLICE_MS;
    let hasRun = false;
    this.#version = this.#askVersion.get() as number;
    for (const { query, hash } of parts) {
      if (query.checkedAt !== this.#version) {
        if (hasRun && this.#nowMs() > until) return 'unfinished';
        query.hashThen = hashOfRows(this.#run(query));
        query.checkedAt = this.#version;
        hasRun = true;
      }
      if (query.hashThen !== hash) return 'changed';
    }
    return 'same';
  }

  #run({ sql, values, method, form }: SharedQuery): unknown {
    const key = `${form} ${sql}`;
    const statement = this.#statements.get(key) ?? this.#prepare(sql, form);
    this.#statements.set(key, statement);
    return statement[method](...values);
  }

  #prepare(sql: string, form: SharedQuery['form']): BetterSqlite.Statement {
    const statement = this.#client.prepare(sql);
    return form === 'object' ? statement : statement[form]();
  }

  #shared(recorded: RecordedQuery): SharedQuery {
    const { sql, values, method, form } = recorded;
    // The whole key would contain the text of the query.
    const key = hashOfRows(keyOfQuery(recorded));
    const known = this.#queries.get(key);
    if (known) return known;
    const text = this.#texts.get(sql) ?? sql;
    this.#texts.set(sql, text);
    const query = { sql: text, values, method, form, checkedAt: -1, hashThen: '' };
    this.#queries.set(key, query);
    return query;
  }
}
