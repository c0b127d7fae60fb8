import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '@/db/client';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { compactDatabase } from './compact-database';

let site: TestSite;
let file: string;
beforeEach(() => {
  site = openTestSite();
  file = join(site.dataDir, 'broadside.db');
});
afterEach(() => site.close());

/** Returns every row of every table that is not part of an index of words. */
function everything(client: TestSite['db']['$client']): string {
  const tables = client
    .prepare("select name from sqlite_master where type = 'table' and name not like '%search%' order by name")
    .pluck()
    .all();
  return JSON.stringify(tables.map((name) => [name, client.prepare(`select * from "${name}"`).all()]));
}

test('what earlier versions deleted is in no byte of a compacted database, and all rows are', async () => {
  const client = site.db.$client;
  buildPost(site.db, { slug: 'ferry', text: 'The ferry stays.' });
  // As earlier versions did.
  client.pragma('secure_delete = OFF');
  client.exec('create table gone (words text)');
  const add = client.prepare('insert into gone values (?)');
  for (let n = 0; n < 500; n += 1) add.run(`confidential-${n} ${'x'.repeat(300)}`);
  client.exec('delete from gone; drop table gone');
  client.pragma('wal_checkpoint(TRUNCATE)');
  const before = everything(client);
  const version = client.pragma('user_version', { simple: true });
  client.close();
  expect(readFileSync(file).includes('confidential-')).toBe(true);

  const { beforeBytes, afterBytes } = await compactDatabase(file);

  expect(afterBytes).toBeLessThan(beforeBytes);
  expect(readFileSync(file).includes('confidential-')).toBe(false);
  expect(['.unfinished', '-wal', '-shm'].filter((suffix) => existsSync(file + suffix))).toEqual([]);
  const again = openDatabase(file).$client;
  expect(everything(again)).toBe(before);
  expect(again.pragma('user_version', { simple: true })).toBe(version);
  expect(
    again.prepare("select count(*) from post_search where post_search match 'ferry'").pluck().get(),
  ).toBe(1);
  again.close();
});
