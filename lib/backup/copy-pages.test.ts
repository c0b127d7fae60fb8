import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyPages } from './copy-pages';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-pages-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a copy onto a database that is locked waits for it', async () => {
  const source = new BetterSqlite(join(folder, 'source.db'));
  source.exec("create table notes (words text); insert into notes values ('kept')");
  const target = new BetterSqlite(join(folder, 'target.db'));
  target.exec('pragma journal_mode = wal; create table notes (words text); begin immediate');
  const copied = copyPages(source, target.name);
  await setTimeout(50);
  target.exec('commit');
  await copied;
  expect(target.prepare('select words from notes').pluck().all()).toEqual(['kept']);
  source.close();
  target.close();
});
