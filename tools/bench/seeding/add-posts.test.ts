import { eq, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, openDatabase } from '@/db/client';
import * as schema from '@/db/schema';
import { renderBodyHtml } from '@/lib/document/html';
import { parseBody } from '@/lib/document/parse';
import { rebuildPosts } from '@/lib/posts/rebuild';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { type Seeded, seed } from '../seed';

const POSTS = 50;

let site: TestSite;
let db: Db;
let seeded: Seeded;

beforeAll(async () => {
  site = openTestSite();
  site.db.$client.close();
  seeded = await seed(site.dataDir, POSTS);
  db = openDatabase(`${site.dataDir}/broadside.db`);
}, 120_000);
afterAll(() => {
  db.$client.close();
  site.close();
});

test('posts written in bulk have what the program derives from them', async () => {
  const before = everything(db);
  await rebuildPosts(db);
  const after = everything(db);
  for (const [table, rows] of Object.entries(before)) expect([table, after[table]]).toEqual([table, rows]);
});

test('their HTML is what the program renders, and their text is valid', () => {
  const rows = db
    .select()
    .from(schema.revisions)
    .innerJoin(schema.posts, eq(schema.posts.id, schema.revisions.postId))
    .all();
  expect(rows.length).toBeGreaterThan(POSTS);
  for (const { revisions, posts } of rows) {
    expect(parseBody(revisions.body)).toEqual(revisions.body);
    expect(revisions.bodyHtml).toBe(
      renderBodyHtml(revisions.body, { media: new Map(), language: posts.language }),
    );
  }
});

test('the publication is sound and has posts of every status', () => {
  expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.$client.pragma('foreign_key_check')).toEqual([]);
  const statuses = new Set(
    db
      .select()
      .from(schema.posts)
      .all()
      .map(({ status }) => status),
  );
  expect([...statuses].sort()).toEqual([...schema.posts.status.enumValues].sort());
  expect([...seeded.paths.en, ...seeded.paths.km]).toHaveLength(POSTS);
});

/** Returns the rows of every table that posts are derived into, and every word of the search indexes. */
function everything(of: Db): Record<string, unknown[]> {
  const tables = Object.values(schema).flatMap((table) => (is(table, SQLiteTable) ? [table] : []));
  const rows = tables
    .filter((table) => table !== schema.site && table !== schema.jobs)
    .map((table) => [getTableName(table), of.select().from(table).all()]);
  const known = of.$client.prepare('select word from known_words').all();
  const indexes = ['post_search', 'headline_search', 'draft_search'].map((index) => wordsIn(of, index));
  return Object.assign({ ...Object.fromEntries(rows), known }, ...indexes);
}

function wordsIn(of: Db, index: string): Record<string, unknown[]> {
  of.$client.exec(
    `create virtual table if not exists temp.${index}_words using fts5vocab(main, ${index}, instance)`,
  );
  const found = of.$client.prepare(`select * from temp.${index}_words order by doc, col, offset`).all();
  return { [index]: found };
}
