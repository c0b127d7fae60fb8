import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';
import type BetterSqlite from 'better-sqlite3';

/*
 * Records which queries a piece of work runs and a hash of what they return, so that the same queries can tell
 * later whether the work would have the same result. The work is followed through its asynchronous steps. The
 * server and Next's build each have a copy of this module, so what they share is global.
 */

export type QueryValue = string | number | null;
/** The methods that return rows, and the forms in which a statement returns them. */
export type QueryMethod = 'get' | 'all';
export type RowForm = 'object' | 'raw' | 'pluck';

/** A query that can be run again: the same one returns the same while the data is the same. */
export interface RecordedQuery {
  sql: string;
  values: readonly QueryValue[];
  method: QueryMethod;
  form: RowForm;
  /** The hash of what it returned (`hashOfRows`). */
  hash: string;
}

/** Work that runs more queries costs more to check than it is worth. */
const MOST_QUERIES = 100;
const HASH_LENGTH = 16;

/** The queries of one piece of work. */
export class QueryRecording {
  /** False if the work depends on something that no recorded query can tell. */
  isComplete = true;
  readonly queries = new Map<string, RecordedQuery>();

  add(query: Omit<RecordedQuery, 'hash'>, result: unknown): void {
    if (!this.isComplete) return;
    if (!query.values.every(isQueryValue)) this.isComplete = false;
    else this.#add({ ...query, hash: hashOfRows(result) });
  }

  /** Adds what other work read that this work uses. */
  include(other: QueryRecording): void {
    if (!other.isComplete) this.isComplete = false;
    for (const query of other.queries.values()) this.#add(query);
  }

  #add(query: RecordedQuery): void {
    const key = keyOfQuery(query);
    const known = this.queries.get(key);
    this.queries.set(key, query);
    // The data changed while the work was under way.
    if (known && known.hash !== query.hash) this.isComplete = false;
    if (this.queries.size > MOST_QUERIES) this.isComplete = false;
  }
}

interface Shared {
  /** The recording that a query belongs to; null outside recorded work. */
  storage: AsyncLocalStorage<QueryRecording | null>;
  underWay: Set<QueryRecording>;
}

const holder = globalThis as typeof globalThis & { broadsideRecordings?: Shared };
holder.broadsideRecordings ??= { storage: new AsyncLocalStorage(), underWay: new Set() };
const { storage, underWay } = holder.broadsideRecordings;

/** Does work and records its queries. Work within other recorded work is part of that, too. */
export async function recordQueries<T>(
  work: () => Promise<T>,
): Promise<{ value: T; recording: QueryRecording }> {
  const recording = new QueryRecording();
  underWay.add(recording);
  try {
    const value = await storage.run(recording, work);
    storage.getStore()?.include(recording);
    return { value, recording };
  } finally {
    underWay.delete(recording);
  }
}

/** Adds the queries of earlier work, whose result is used again, to the work under way. */
export function includeQueries(recording: QueryRecording): void {
  storage.getStore()?.include(recording);
}

/** Does work whose queries belong to no recorded work. */
export function withoutRecording<T>(work: () => T): T {
  return storage.run(null, work);
}

/** Says that the work under way depends on something other than recorded queries. */
export function dependsOnMore(): void {
  const recording = storage.getStore();
  if (recording) recording.isComplete = false;
  // It is not known whose query this is, so it may be anyone's.
  else if (recording === undefined) for (const each of underWay) each.isComplete = false;
}

/** Makes a connection record its queries for the work under way. */
export function recordConnection(client: BetterSqlite.Database): void {
  const prepare = client.prepare.bind(client);
  Object.assign(client, {
    prepare: (sql: string) => recordStatement(prepare(sql)),
    exec: marking(client.exec.bind(client)),
    pragma: marking(client.pragma.bind(client)),
  });
}

/** Replaces the methods of one statement; the driver offers no hook for this. */
function recordStatement(statement: BetterSqlite.Statement): BetterSqlite.Statement {
  let form: RowForm = 'object';
  const formed = (of: RowForm, set: (isOn: boolean) => unknown) => {
    return (isOn = true) => {
      set(isOn);
      if (isOn) form = of;
      else if (form === of) form = 'object';
      return statement;
    };
  };
  const asking = (method: QueryMethod, ask: (...values: unknown[]) => unknown) => {
    return (...values: QueryValue[]) => {
      const recording = storage.getStore();
      if (recording && statement.readonly)
        return askRecorded(recording, { sql: statement.source, values, method, form }, ask);
      if (recording !== null) dependsOnMore();
      return ask(...values);
    };
  };
  return Object.assign(statement, {
    get: asking('get', statement.get.bind(statement)),
    all: asking('all', statement.all.bind(statement)),
    run: marking(statement.run.bind(statement)),
    iterate: marking(statement.iterate.bind(statement)),
    expand: marking(statement.expand.bind(statement)),
    bind: marking(statement.bind.bind(statement)),
    safeIntegers: marking(statement.safeIntegers.bind(statement)),
    ...(statement.reader && {
      raw: formed('raw', statement.raw.bind(statement)),
      pluck: formed('pluck', statement.pluck.bind(statement)),
    }),
  });
}

function askRecorded(
  recording: QueryRecording,
  query: Omit<RecordedQuery, 'hash'>,
  ask: (...values: unknown[]) => unknown,
): unknown {
  try {
    const result = ask(...query.values);
    recording.add(query, result);
    return result;
  } catch (error) {
    // Whoever asked may catch this and depend on it.
    recording.isComplete = false;
    throw error;
  }
}

/** What a recording cannot repeat. */
function marking<V extends unknown[], R>(call: (...values: V) => R): (...values: V) => R {
  return (...values) => {
    dependsOnMore();
    return call(...values);
  };
}

/** Hashes what a query returned. Short, because every cached page keeps the hashes of all its queries. */
export function hashOfRows(result: unknown): string {
  return hash('sha256', JSON.stringify(result) ?? '', 'base64url').slice(0, HASH_LENGTH);
}

/** Returns a text that is the same for the same query. */
export function keyOfQuery({ sql, values, method, form }: Omit<RecordedQuery, 'hash'>): string {
  return `${method} ${form} ${JSON.stringify(values)} ${sql}`;
}

function isQueryValue(value: unknown): value is QueryValue {
  return typeof value === 'string' || typeof value === 'number' || value === null;
}
