import type BetterSqlite from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

/** What pages and commands need; each takes some 10 KiB. */
const MOST_STATEMENTS = 300;
/** Longer ones list what they ask for: they are rarely asked again, and take up to 170 KiB. */
const MOST_LETTERS = 4000;

/** What Drizzle uses of a statement. */
type Used = Pick<BetterSqlite.Statement, 'run' | 'all' | 'get'> & { raw: () => Pick<Used, 'all' | 'get'> };

/**
 * Returns a connection for Drizzle that prepares each statement once. Drizzle prepares it anew for each query, which takes
 * about as long as most of them, and SQLite's memory is freed only when V8 collects garbage, which does not know of it.
 * @param client the connection for all other uses: these set modes of their statements, which must not be shared.
 */
export function reuseStatements(client: BetterSqlite.Database): BetterSqlite.Database {
  const known = new LRUCache<string, Used>({ max: MOST_STATEMENTS });
  let preparedBy = client.prepare;
  const prepare = (sql: string) => {
    // Whoever replaces it in order to observe the connection sees every statement.
    if (client.prepare !== preparedBy) known.clear();
    preparedBy = client.prepare;
    const before = known.get(sql);
    if (before) return before;
    const statement = reused(client, sql);
    if (sql.length <= MOST_LETTERS) known.set(sql, statement);
    return statement;
  };
  return Object.assign(Object.create(client), { prepare });
}

/** A statement that is prepared when it is first run, separately for rows as objects and as arrays. */
function reused(client: BetterSqlite.Database, sql: string): Used {
  let asObjects: BetterSqlite.Statement | undefined;
  let asArrays: BetterSqlite.Statement | undefined;
  const objects = () => {
    asObjects ??= client.prepare(sql);
    return asObjects;
  };
  const arrays = () => {
    asArrays ??= client.prepare(sql).raw();
    return asArrays;
  };
  return {
    run: (...values: unknown[]) => objects().run(...values),
    all: (...values: unknown[]) => objects().all(...values),
    get: (...values: unknown[]) => objects().get(...values),
    raw: arrays,
  };
}
