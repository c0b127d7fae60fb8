import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase } from '@/db/client';
import { requireDatabaseOrNothing } from './find-traces';

let root: string;
let dataDir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadside-traces-'));
  dataDir = join(root, 'data');
  mkdirSync(dataDir);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, words = '') {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), words);
}

test.each([
  'data/media/abc/a.webp',
  'data/secrets/session',
  'data/broadside.db',
  'data/broadside.db-wal',
  'data/broadside.db.before-3',
  'data/before-restore-1/broadside.db',
  'data.before-restore-1/broadside.db',
  'data.incoming/broadside.db',
  'data.moved/broadside.db',
  'data-backups/one/broadside.db',
])('a start without a database but with %s is refused with instructions', (trace) => {
  write(trace);
  expect(() => requireDatabaseOrNothing(dataDir)).toThrow(
    /traces of a publication: .*\n.*\n.*restore <backup>/,
  );
});

test('a new data folder, and one with a database, start', () => {
  write('data/.gitignore', '*');
  write('data/running.lock');
  write('data-backups/.gitignore', '*');
  write('data/media/.receiving-1', 'half');
  requireDatabaseOrNothing(dataDir);
  write('data/secrets/session', 'secret');
  createDatabase(join(dataDir, 'broadside.db'));
  requireDatabaseOrNothing(dataDir);
});

test('a database of another program in the place of ours is refused', () => {
  write('data/secrets/session', 'secret');
  const other = new BetterSqlite(join(dataDir, 'broadside.db'));
  other.exec('CREATE TABLE notes (words TEXT)');
  other.close();
  expect(() => requireDatabaseOrNothing(dataDir)).toThrow('no database of a publication');
});
