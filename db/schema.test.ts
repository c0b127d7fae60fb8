import { getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, describe, expect, test } from 'vitest';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite } from '@/tools/testing/test-site';
import * as schema from './schema';

const { db, close } = openTestSite();
afterAll(close);

const tables = Object.values<unknown>(schema).filter((one): one is SQLiteTable => is(one, SQLiteTable));
/** Indexes that migrations created, without the ones SQLite creates for keys. */
const INDEXES = "select name from sqlite_master where type = 'index' and sql is not null order by name";

test('a migrated file has the indexes that the schema declares, and no others', () => {
  const declared = tables.flatMap((table) => getTableConfig(table).indexes.map(({ config }) => config.name));
  expect(db.$client.prepare(INDEXES).pluck().all()).toEqual(declared.sort());
  expect(declared.length).toBeGreaterThan(25);
});

test('the connection that writes keeps at most 4 MiB of the file', () => {
  expect(db.$client.pragma('cache_size', { simple: true })).toBe(-4096);
});

describe('each column that readers see raises the content version', () => {
  buildPost(db);
  buildTopic(db);
  buildAuthor(db);
  db.insert(schema.media)
    .values({
      id: 'abcdefgh',
      sha256: 'x',
      originalName: '',
      mime: 'image/png',
      widthPx: 1,
      heightPx: 1,
      bytes: 1,
      renditions: [],
      createdAt: 1,
    })
    .run();
  /** Columns of `site` that readers do not see: its key, and the version itself. */
  const UNSEEN = ['id', 'content_version'];
  const version = () => db.$client.prepare('select content_version from site').pluck().get() as number;
  const seen = [schema.site, schema.posts, schema.topics, schema.authors, schema.media].flatMap((table) =>
    Object.values(getTableColumns(table))
      .filter(({ name }) => !(table === schema.site && UNSEEN.includes(name)))
      .map(({ name }): [string, string] => [getTableConfig(table).name, name]),
  );

  test.each(seen)('%s.%s', (table, column) => {
    const before = version();
    expect(db.$client.prepare(`update ${table} set ${column} = ${column}`).run().changes).toBeGreaterThan(0);
    expect(version()).toBeGreaterThan(before);
  });
});
