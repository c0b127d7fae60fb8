import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { createPost } from './posts/commands/create-post';

let site: TestSite;
let file: string;
beforeEach(() => {
  site = openTestSite();
  file = site.db.$client.name;
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  site.close();
});

const create = () => createPost(site.db, {}, { actor: OPERATOR, now: 1 });
const posts = () => site.db.$client.prepare('select count(*) from posts').pluck().get();

test.each([
  ['moved', () => renameSync(file, `${file}.away`)],
  [
    'replaced by an equal one',
    () => {
      copyFileSync(file, `${file}.copy`);
      renameSync(`${file}.copy`, file);
    },
  ],
  ['deleted', () => rmSync(file)],
  ['deprived of its log', () => rmSync(`${file}-wal`)],
])('nothing is acknowledged once the database was %s', (_what, take) => {
  expect(create().ok).toBe(true);
  expect(existsSync(`${file}-wal`)).toBe(true);
  take();
  expect(create()).toMatchObject({ ok: false, code: 'unavailable', key: 'databaseMoved' });
  expect(posts()).toBe(1);
});

test('saving goes on while the files are the same, also after the log was emptied', () => {
  create();
  site.db.$client.pragma('wal_checkpoint(TRUNCATE)');
  expect(create().ok).toBe(true);
});
