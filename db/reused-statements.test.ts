import BetterSqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reuseStatements } from './reused-statements';

const words = sqliteTable('words', { id: integer('id').primaryKey(), word: text('word').notNull() });
let client: BetterSqlite.Database;
let db: ReturnType<typeof drizzle>;

beforeEach(() => {
  client = new BetterSqlite(':memory:');
  client.exec('create table words (id integer primary key, word text not null)');
  db = drizzle(reuseStatements(client));
});

afterEach(() => {
  client.close();
});

test('a statement is prepared once, however often it is asked', () => {
  const prepare = vi.spyOn(client, 'prepare');
  for (const word of ['river', 'bridge']) db.insert(words).values({ word }).run();
  for (let n = 0; n < 5; n += 1) expect(db.select().from(words).all()).toHaveLength(2);
  expect(prepare).toHaveBeenCalledTimes(2);
});

test('rows come as they are asked for, whoever asked before', () => {
  db.insert(words).values({ word: 'river' }).run();
  const asked = sql`select id, word from words`;
  const other = client.prepare('select id, word from words').pluck();
  for (let n = 0; n < 2; n += 1) {
    expect(db.all(asked)).toEqual([{ id: 1, word: 'river' }]);
    expect(db.values(asked)).toEqual([[1, 'river']]);
    expect(db.get(asked)).toEqual({ id: 1, word: 'river' });
    expect(other.all()).toEqual([1]);
  }
});

test('transactions end together, and what is prepared survives a change of the schema', () => {
  const count = () => db.select().from(words).all().length;
  expect(() =>
    db.transaction((tx) => {
      tx.insert(words).values({ word: 'river' }).run();
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(count()).toBe(0);
  client.exec("alter table words add column language text not null default 'km'");
  db.transaction((tx) => tx.insert(words).values({ word: 'river' }).run());
  expect(count()).toBe(1);
  expect(db.all(sql`select language from words`)).toEqual([{ language: 'km' }]);
});

test('a statement that cannot be prepared says so each time', () => {
  for (let n = 0; n < 2; n += 1)
    expect(() => db.all(sql`select absent from words`)).toThrow('no such column');
});

test('whoever observes the connection sees every statement', () => {
  const { prepare } = client;
  const count = () => db.select().from(words).all();
  count();
  const seen: string[] = [];
  client.prepare = ((statement: string) => {
    seen.push(statement);
    return prepare.call(client, statement);
  }) as typeof client.prepare;
  count();
  client.prepare = prepare;
  count();
  expect(seen).toHaveLength(1);
});
