import type BetterSqlite from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** A value as the database stores it: lists and objects as JSON, true as 1. */
type Stored = string | number | null;

/** Adds a row; columns that it does not name get their defaults. */
export type Insert<T extends SQLiteTable> = (row: { [C in keyof T['$inferInsert']]: Stored }) => void;

/**
 * Prepares the fast way to add many rows to a table, past the commands: what a command would derive must be given.
 * Every row must name the same columns.
 */
export function bulkInsert<T extends SQLiteTable>(client: BetterSqlite.Database, table: T): Insert<T> {
  const columns = getTableColumns(table);
  let statement: BetterSqlite.Statement<[Record<string, Stored>]> | undefined;
  return (row) => {
    statement ??= client.prepare(insertOf(getTableName(table), columns, Object.keys(row)));
    statement.run(row);
  };
}

function insertOf(table: string, columns: Record<string, { name: string }>, keys: string[]): string {
  const names = keys.map((key) => {
    const column = columns[key];
    if (!column) throw new Error(`The table ${table} has no column for ${key}.`);
    return column.name;
  });
  return `insert into ${table} (${names.join(', ')}) values (${keys.map((key) => `@${key}`).join(', ')})`;
}
