import type { Db } from '@/db/client';

/** Returns SQLite's query plan of a statement, one step per line. @see https://www.sqlite.org/eqp.html */
export function planOf(db: Db, sql: string): string {
  const values = Array.from(sql.matchAll(/\?/g), () => null);
  const steps = db.$client.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...values);
  return steps.map(({ detail }) => detail).join('\n');
}

/** Returns the plans of the program's own read statements while `run` runs. */
export function plansOf(db: Db, run: () => unknown): string[] {
  return statementsOf(db, run).map((sql) => planOf(db, sql));
}

const READS = /^\s*(select|with)/i;

/** Returns the program's own statements as they are run while `run` runs: those that read, unless others are asked for. */
export function statementsOf(db: Db, run: () => unknown, wanted = READS): string[] {
  const client = db.$client;
  const prepare = client.prepare;
  const statements: string[] = [];
  client.prepare = new Proxy(prepare, {
    apply(target, self, [sql]: [string]) {
      const statement = Reflect.apply(target, self, [sql]);
      for (const method of ['get', 'all', 'run'] as const) {
        const ask = statement[method].bind(statement) as (...values: unknown[]) => unknown;
        Object.assign(statement, {
          [method]: (...values: unknown[]) => {
            statements.push(sql);
            return ask(...values);
          },
        });
      }
      return statement;
    },
  });
  try {
    run();
  } finally {
    client.prepare = prepare;
  }
  if (statements.length === 0) throw new Error('Nothing was asked of the database.');
  return statements.filter((sql) => wanted.test(sql));
}

interface Step {
  opcode: string;
  p1: number;
  p2: number;
  p3: number;
}

/**
 * Returns the columns of tables that a statement reads, as `table.column`, wherever it reads them: results, conditions
 * and orders. Columns read from an index are not among them.
 * @see https://www.sqlite.org/opcode.html
 */
export function columnsReadBy(db: Db, sql: string): Set<string> {
  const values = Array.from(sql.matchAll(/\?/g), () => null);
  const program = db.$client.prepare<unknown[], Step>(`explain ${sql}`).all(...values);
  const tables = new Map<number, string>();
  const read = new Set<string>();
  for (const { opcode, p1, p2 } of program) {
    if (opcode === 'OpenRead') tables.set(p1, tableAt(db, p2));
    if (opcode !== 'Column') continue;
    const table = tables.get(p1);
    const column = table ? columnsOf(db, table)[p2] : undefined;
    if (column) read.add(`${table}.${column}`);
  }
  return read;
}

function tableAt(db: Db, rootPage: number): string {
  const named = "select name from sqlite_master where rootpage = ? and type = 'table'";
  return db.$client.prepare<[number], { name: string }>(named).get(rootPage)?.name ?? '';
}

function columnsOf(db: Db, table: string): string[] {
  const rows = db.$client
    .prepare<[string], { name: string }>('select name from pragma_table_info(?)')
    .all(table);
  return rows.map(({ name }) => name);
}
