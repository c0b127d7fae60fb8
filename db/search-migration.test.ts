import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { type Db, openDatabase } from './client';

let site: TestSite;
let folder: string;
let older: Db;

beforeEach(() => {
  site = openTestSite();
  folder = mkdtempSync(join(tmpdir(), 'broadside-migration-'));
  older = openDatabase(join(folder, 'broadside.db'));
});
afterEach(() => {
  older.$client.close();
  site.close();
  rmSync(folder, { recursive: true });
});

test('an index of an earlier version gives the headlines and words that publishing gives', () => {
  for (const headline of ['The Café in រដ្ឋ of 2025', 'ការបោះឆ្នោត ឆ្នាំ២០២៥', 'A bridge, a bridge'])
    buildPost(site.db, { headline, text: `${headline} over the rivers of the 21st century` });
  migrateWithIndexOf(site.db);
  expect(indexedHeadlines(older)).toEqual(indexedHeadlines(site.db));
  // An index of clusters does not tell the words of Khmer: `manage rebuild` adds them.
  const inKhmer = /[\u1780-\u17FF]/;
  expect(knownWords(older)).toEqual(knownWords(site.db).filter((word) => !inKhmer.test(word)));
  expect(knownWords(older)).toEqual(['bridge', 'cafe', 'century', 'over', 'rivers']);
});

/** Gives the older database the same index of posts, as far as this migration, and runs it. */
function migrateWithIndexOf(db: Db): void {
  const all = readMigrationFiles({ migrationsFolder: 'db/migrations' });
  const at = all.findIndex(({ sql }) =>
    sql.some((statement) => statement.includes('CREATE TABLE known_words')),
  );
  if (at === -1) throw new Error('The migration is missing.');
  for (const statement of all.slice(0, at).flatMap(({ sql }) => sql)) older.$client.exec(statement);
  const rows = db.$client
    .prepare<[], { doc: number; col: string; words: string }>(
      `select doc, col, group_concat(term, ' ' order by "offset") as words from ${vocabulary(db, 'post_search')} group by doc, col`,
    )
    .all();
  for (const id of new Set(rows.map(({ doc }) => doc))) {
    const of = (col: string) => rows.find((row) => row.doc === id && row.col === col)?.words ?? '';
    older.$client
      .prepare('insert into post_search (rowid, headline, standfirst, body, names) values (?, ?, ?, ?, ?)')
      .run(id, of('headline'), of('standfirst'), of('body'), of('names'));
  }
  for (const statement of all[at]?.sql ?? []) older.$client.exec(statement);
}

function indexedHeadlines(db: Db): unknown[] {
  return db.$client
    .prepare(`select * from ${vocabulary(db, 'headline_search')} order by doc, "offset"`)
    .all();
}

/** Creates a list of every word of an index, and returns its name. */
function vocabulary(db: Db, index: string): string {
  db.$client.exec(`create virtual table temp.words_of_${index} using fts5vocab(main, ${index}, instance)`);
  return `temp.words_of_${index}`;
}

function knownWords(db: Db): string[] {
  return db.$client.prepare<[], string>('select word from known_words').pluck().all();
}
