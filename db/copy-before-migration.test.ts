import { execFileSync } from 'node:child_process';
import type fs from 'node:fs';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createDatabase,
  migrate,
  migrationsDone,
  newestMigration,
  openDatabase,
  openMigrated,
} from './client';

/** Called before each step that changes something on the disk. */
const steps = vi.hoisted(() => ({ before: () => {} }));

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof fs>();
  const names = ['copyFileSync', 'chmodSync', 'fsyncSync', 'renameSync', 'rmSync'] as const;
  const stepping = names.map((name) => [
    name,
    (...args: unknown[]) => {
      steps.before();
      return (actual[name] as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  return { ...actual, ...Object.fromEntries(stepping) };
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-copy-'));
  file = join(folder, 'broadside.db');
});
afterEach(() => {
  steps.before = () => {};
  rmSync(folder, { recursive: true, force: true });
});

/** The next migration adds columns to tables that these tests do not have, so it fails. */
const LAST = 20;
const copyOf = () => `${file}.before-${LAST}`;

/** Makes a database of an earlier version, whose migration changes nothing on this table alone. */
function openOlder() {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  const db = openDatabase(file);
  db.$client.exec('CREATE TABLE kept (words TEXT)');
  db.$client.prepare('INSERT INTO kept VALUES (?)').run('as before');
  db.$client.pragma(`user_version = ${LAST}`);
  return db;
}

/** Returns what is in the copy. @throws when it is no whole database. */
function wordsInCopy(): unknown {
  const copy = new BetterSqlite(copyOf(), { readonly: true });
  try {
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    return copy.prepare('SELECT words FROM kept').pluck().get();
  } finally {
    copy.close();
  }
}

function migrateUntil(last: number): void {
  const db = openOlder();
  let done = 0;
  steps.before = () => {
    if (done++ >= last) throw new Error('ended');
  };
  try {
    migrate(db);
  } catch (error) {
    // After the copy, the tables of this database are missing.
    if (!(error instanceof Error)) throw error;
  } finally {
    steps.before = () => {};
    db.$client.close();
  }
}

test('wherever the copy is interrupted, nothing is migrated, and the next start makes it again', () => {
  const LAST_STEP = 6;
  for (let last = 0; last <= LAST_STEP; last += 1) {
    migrateUntil(last);
    const db = openDatabase(file);
    expect(migrationsDone(db)).toBe(LAST);
    if (existsSync(copyOf())) expect(wordsInCopy()).toBe('as before');
    db.$client.prepare('UPDATE kept SET words = ?').run('written since');
    expect(() => migrate(db)).toThrow();
    expect(wordsInCopy()).toBe('written since');
    expect(existsSync(`${copyOf()}.unfinished`)).toBe(false);
    db.$client.close();
  }
});

test('half a copy that a kill left is made again', () => {
  const db = openOlder();
  writeFileSync(`${copyOf()}.unfinished`, 'half');
  expect(() => migrate(db)).toThrow();
  expect(wordsInCopy()).toBe('as before');
  db.$client.close();
});

test('a copy has what is only in the log, while another program reads', () => {
  const db = openOlder();
  const reader = new BetterSqlite(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT * FROM kept').all();
  db.$client.prepare('UPDATE kept SET words = ?').run('only in the log');
  db.$client.pragma('busy_timeout = 0');
  expect(() => migrate(db)).toThrow();
  reader.close();
  expect(wordsInCopy()).toBe('only in the log');
  db.$client.close();
});

test('wherever the creation of a database is interrupted, there is none, or one with tables', () => {
  for (let last = 0; last < 6; last += 1) {
    let done = 0;
    steps.before = () => {
      if (done++ >= last) throw new Error('ended');
    };
    try {
      createDatabase(file);
    } catch (error) {
      expect(String(error)).toContain('ended');
    }
    steps.before = () => {};
    if (existsSync(file)) {
      const db = openDatabase(file);
      expect(migrationsDone(db)).toBe(newestMigration());
      db.$client.close();
    }
    createDatabase(file);
    expect(existsSync(file)).toBe(true);
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  }
});

test('after a migration, no other program can have the file for itself', () => {
  const older = openDatabase(file);
  for (const { sql } of readMigrationFiles({ migrationsFolder: 'db/migrations' }).slice(0, LAST))
    for (const statement of sql) older.$client.exec(statement);
  older.$client.exec(`CREATE TABLE kept (words TEXT); PRAGMA user_version = ${LAST}`);
  older.$client.close();
  const db = openMigrated(file);
  db.$client.prepare('INSERT INTO kept VALUES (?)').run('after it');
  // Where nobody holds a lock on the file, this program would keep its index of the log to itself.
  const program = `const db = new (require('better-sqlite3'))(process.argv[1], { timeout: 0 });
    db.pragma('locking_mode = EXCLUSIVE');
    try { db.prepare('SELECT * FROM kept').all(); console.log('alone') } catch (error) { console.log(error.code) }`;
  const answer = execFileSync(process.execPath, ['-e', program, file], { encoding: 'utf8' });
  expect(answer.trim()).toBe('SQLITE_BUSY');
  db.$client.close();
});
