import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Db, migrate, openDatabase } from './client';
import { jobs } from './schema';

let folder: string;
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-migration-'));
  db = openDatabase(join(folder, 'broadside.db'));
});
afterEach(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

/** Runs the first migrations only. */
function migrateUpTo(count: number): void {
  const former = readMigrationFiles({ migrationsFolder: 'db/migrations' }).slice(0, count);
  for (const statement of former.flatMap(({ sql }) => sql)) db.$client.exec(statement);
  db.$client.pragma(`user_version = ${count}`);
}

test('a post scheduled before the outbox existed has its job in it', () => {
  migrateUpTo(8);
  const insert = db.$client.prepare(`INSERT INTO posts
    (id, feed_id, slug, language, kind, status, scheduled_at, created_at) VALUES (?, ?, ?, 'en', 'post', ?, ?, 1)`);
  insert.run(7, 'a', 'a', 'scheduled', 5000);
  insert.run(8, 'b', 'b', 'draft', null);

  migrate(db);
  expect(db.select().from(jobs).all()).toMatchObject([
    { kind: 'publishPost', payload: '{"postId":7}', state: 'waiting', runAt: 5000, dueAt: 5000 },
  ]);
});

test('jobs of the first outbox are kept, except rows that no program could read', () => {
  migrateUpTo(9);
  const insert = db.$client.prepare(`INSERT INTO jobs
    (kind, payload, is_merged, run_at, due_at, created_at, state, attempts) VALUES (?, '{}', 1, ?, ?, 1, ?, 3)`);
  insert.run('purgeEdges', 5000, 5000, 'failed');
  insert.run('emptyBin', 'tomorrow', 5000, 'waiting');
  const [kept] = db.select().from(jobs).all();

  migrate(db);
  expect(db.select().from(jobs).all()).toEqual([kept]);
  expect(kept).toMatchObject({ kind: 'purgeEdges', state: 'failed', attempts: 3 });
  expect(() => insert.run('emptyBin', 'tomorrow', 5000, 'waiting')).toThrow();
});
