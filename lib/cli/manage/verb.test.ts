import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Db, isUpToDate, migrationsDone, openDatabase } from '@/db/client';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { makeOrRequireTables, requirePublication } from './verb';

let folder: string;
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-verb-'));
  db = openDatabase(join(folder, 'broadside.db'));
});
afterEach(() => {
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the operator’s tool creates the tables of an empty publication', () => {
  makeOrRequireTables(db);
  expect(isUpToDate(db)).toBe(true);
});

test.each([-1, 1])('it does not change tables of another version (%i)', (difference) => {
  makeOrRequireTables(db);
  const other = migrationsDone(db) + difference;
  db.$client.pragma(`user_version = ${other}`);
  expect(() => makeOrRequireTables(db)).toThrow(/belongs to another version/);
  expect(migrationsDone(db)).toBe(other);
});

test('no verb works with the part of a publication that an interrupted restore left', () => {
  shareSettings(parseEnvironment({ DATA_DIR: folder }));
  requirePublication();
  writeFileSync(join(folder, 'restore.json'), '{}');
  expect(() => requirePublication()).toThrow(
    /is not complete\. Start the publication .* or run the restore again/,
  );
});
