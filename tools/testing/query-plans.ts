import type { Db } from '@/db/client';

/** Returns SQLite's query plan of a statement, one step per line. @see https://www.sqlite.org/eqp.html */
export function planOf(db: Db, sql: string): string {
  const values = Array.from(sql.matchAll(/\?/g), () => null);
  const steps = db.$client.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...values);
  return steps.map(({ detail }) => detail).join('\n');
}

/** Returns the plans of the program's own read statements while `run` runs. */
export function plansOf(db: Db, run: () => unknown): string[] {
  const client = db.$client;
  const prepare = client.prepare;
  const statements: string[] = [];
  client.prepare = new Proxy(prepare, {
    apply(target, self, [sql]: [string]) {
      statements.push(sql);
      return Reflect.apply(target, self, [sql]);
    },
  });
  try {
    run();
  } finally {
    client.prepare = prepare;
  }
  if (statements.length === 0) throw new Error('Nothing was asked of the database.');
  return statements.filter((sql) => /^\s*(select|with)/i.test(sql)).map((sql) => planOf(db, sql));
}
