import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { expect, test } from 'vitest';
import { migrate, openDatabase } from './client';
import { jobs } from './schema';

/** The number of migrations before the outbox. */
const BEFORE = 8;

test('a post scheduled before the outbox existed has its job in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-migration-'));
  const db = openDatabase(join(folder, 'broadside.db'));
  const former = readMigrationFiles({ migrationsFolder: 'db/migrations' }).slice(0, BEFORE);
  for (const statement of former.flatMap(({ sql }) => sql)) db.$client.exec(statement);
  db.$client.pragma(`user_version = ${BEFORE}`);
  const insert = db.$client.prepare(`INSERT INTO posts
    (id, feed_id, slug, language, kind, status, scheduled_at, created_at) VALUES (?, ?, ?, 'en', 'post', ?, ?, 1)`);
  insert.run(7, 'a', 'a', 'scheduled', 5000);
  insert.run(8, 'b', 'b', 'draft', null);

  migrate(db);
  expect(db.select().from(jobs).all()).toMatchObject([
    { kind: 'publishPost', payload: '{"postId":7}', state: 'waiting', runAt: 5000, dueAt: 5000 },
  ]);
  db.$client.close();
  rmSync(folder, { recursive: true });
});
