import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MAY_WRITE, writesOutsideCommands } from '@/tools/testing/writes-outside-commands';

// Components never reach the database; `lib/cli/reach.mjs` checks that.
test('only the listed files write outside a command', () => {
  const files = globSync(['lib/**/*.{ts,mjs}', 'app/**/*.{ts,tsx}', 'server.ts']);
  const writing = files
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .filter((file) => writesOutsideCommands(readFileSync(file, 'utf8')));
  expect(files.length).toBeGreaterThan(400);
  expect(writing.sort()).toEqual(Object.keys(MAY_WRITE).sort());
});

test.each([
  'db.insert(table).values(row).run();',
  'database().delete(posts).run();',
  'this.#db\n    .update(posts)\n    .set(row)',
  'connection.insert(schema.posts)',
  'db.run(query)',
  'connection.run(sql`with old as (select 1) delete from posts`)',
  'db.transaction((tx) => tx.insert(posts))',
  "db.$client.prepare('select 1')",
  "database().$client.exec('delete from posts')",
  'connection.all(sql`DELETE FROM posts returning id`)',
  "sql.raw('update posts set slug = null')",
  'connection.exec(`\n  drop table posts`)',
  "import BetterSqlite from 'better-sqlite3';",
  'writeSettings(database() as unknown as Tx, {});',
  'function add(tx: Db | Tx) { tx.insert(posts).values(row).run(); }',
])('%j is a write outside a command', (source) => {
  expect(writesOutsideCommands(source)).toBe(true);
});

test.each([
  'tx.insert(posts).values(row).run();',
  'const { changes } = tx\n    .update(posts)\n    .set(row)',
  'tx.run(sql`delete from post_search where rowid = 1`);',
  'db.select().from(posts).all();',
  'db.$client.close();',
  "import { SqliteError } from 'better-sqlite3';",
  'function find(tx: Db | Tx) { return tx.select().from(posts).get(); }',
  "const words = { created: 'Update the settings' };",
])('%j is not', (source) => {
  expect(writesOutsideCommands(source)).toBe(false);
});
