import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { open, rename, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteError } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { neverWait } from '@/db/client';
import { closeSharedPools } from '@/lib/process/shared-pools';
import { type NoteKind, writeNote } from '@/lib/settings/program-notes';
import { buildPost } from '@/tools/testing/factories';
import { holdLock } from '@/tools/testing/lock-holder';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { databaseCheck } from './check-database';
import { type DiskAccess, diskCheck } from './check-disk';
import { pagesCheck } from './check-pages';
import quickCheck from './quick-check-worker.mjs';
import { jobsCheck } from './watch-publication';

let site: TestSite;
let file: string;
const BEAT: NoteKind<unknown> = { name: 'beat', schema: z.unknown() };
const beat = () => writeNote(site.db, BEAT, {}, 1);
beforeEach(() => {
  site = openTestSite();
  file = site.db.$client.name;
});
afterEach(async () => {
  vi.useRealTimers();
  site.close();
  await closeSharedPools();
});

describe('the database', () => {
  test('is sound while its files are those that were opened', () => {
    const check = databaseCheck(site.db, { beat });
    expect([check(), check()]).toEqual([[], []]);
  });

  test.each(['', '-wal', '-shm'])('fails when broadside.db%s was removed', (suffix) => {
    const check = databaseCheck(site.db, { beat });
    check();
    unlinkSync(`${file}${suffix}`);
    expect(check()).toEqual([{ part: 'database', reason: `${file}${suffix} was removed.` }]);
  });

  test('fails when its file was replaced, even by an equal one', () => {
    const check = databaseCheck(site.db, { beat });
    check();
    copyFileSync(file, `${file}.copy`);
    renameSync(`${file}.copy`, file);
    expect(check()).toEqual([{ part: 'database', reason: `${file} was replaced.` }]);
  });

  test('fails when it can only be read', () => {
    site.db.$client.pragma('query_only = 1');
    expect(databaseCheck(site.db, { beat })()).toMatchObject([{ part: 'database' }]);
  });

  test.each([
    ['SQLITE_FULL', 'disk'],
    ['SQLITE_IOERR_FSYNC', 'disk'],
    ['SQLITE_CORRUPT', 'database'],
  ])('that answers %s fails as the %s', (code, part) => {
    const check = databaseCheck(site.db, {
      beat: () => {
        throw new SqliteError('trouble', code);
      },
    });
    expect(check()).toMatchObject([{ part, reason: expect.stringContaining(code) }]);
  });

  test('that is full has no room for a heartbeat', () => {
    const { db } = site;
    db.$client.pragma(`max_page_count = ${db.$client.pragma('page_count', { simple: true })}`);
    const long = () => writeNote(db, BEAT, 'x'.repeat(100_000), 1);
    expect(databaseCheck(db, { beat: long })()).toMatchObject([{ part: 'disk' }]);
  });

  test('that another process has locked fails only after a minute, and never waits', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    neverWait(site.db);
    const holder = await holdLock(file);
    const check = databaseCheck(site.db, { beat });
    expect(check()).toEqual([]);
    vi.advanceTimersByTime(61_000);
    expect(check()).toMatchObject([{ part: 'database', reason: expect.stringContaining('locked') }]);
    await holder.release();
    expect(check()).toEqual([]);
  });
});

describe('the disk', () => {
  const ACCESS: DiskAccess = { statfs, open, rename };
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code });
  };

  test('is sound when a small file can be written and synced', async () => {
    expect(await diskCheck(site.dataDir)()).toEqual([]);
    expect(statSync(join(site.dataDir, 'heartbeat'))).toMatchObject({ size: 4096 });
    expect(statSync(join(site.dataDir, 'heartbeat')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(site.dataDir, 'heartbeat.unfinished'))).toBe(false);
  });

  test.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'cannot be written'],
    ['EIO', 'fails: EIO'],
  ])('fails with %s', async (code, words) => {
    const check = diskCheck(site.dataDir, { ...ACCESS, open: failing(code) });
    expect(await check()).toEqual([{ part: 'disk', reason: expect.stringContaining(words) }]);
  });

  test('fails when syncing fails', async () => {
    const unsynced: DiskAccess['open'] = async (path, flags, mode) => {
      const handle = await open(path, flags, mode);
      vi.spyOn(handle, 'sync').mockImplementation(failing('EIO'));
      return handle;
    };
    expect(await diskCheck(site.dataDir, { ...ACCESS, open: unsynced })()).toMatchObject([{ part: 'disk' }]);
  });

  test.each([
    [{ bsize: 4096, blocks: 100_000, bavail: 4095 }, 1],
    [{ bsize: 4096, blocks: 100_000, bavail: 4096 }, 0],
    [{ bsize: 4096, blocks: 0, bavail: 0 }, 0],
  ])('with %j has %i faults', async (free, faults) => {
    expect(await diskCheck(site.dataDir, { ...ACCESS, statfs: async () => free })()).toHaveLength(faults);
  });

  test('fails when the data folder was removed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'broadside-disk-'));
    rmSync(folder, { recursive: true });
    expect(await diskCheck(folder)()).toEqual([{ part: 'disk', reason: 'The data folder is not there.' }]);
  });
});

describe('the pages', () => {
  beforeEach(() => {
    for (let made = 0; made < 20; made++) buildPost(site.db, { text: 'Rivers rise. '.repeat(400) });
    site.db.$client.pragma('wal_checkpoint(TRUNCATE)');
  });

  /** Writes over the middle of a page, as a failing disk does. */
  function damage(page: number) {
    const pageBytes = Number(site.db.$client.pragma('page_size', { simple: true }));
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(pageBytes, 0xff), 0, pageBytes, (page - 1) * pageBytes);
  }
  const rootOf = (table: string) =>
    Number(site.db.$client.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(table));

  test('of a sound database are never suspected', async () => {
    const confirm = vi.fn(async () => ['damage']);
    const check = pagesCheck(file, confirm);
    for (let look = 0; look < 5; look++) expect(await check()).toEqual([]);
    expect(confirm).not.toHaveBeenCalled();
    expect(quickCheck({ file })).toEqual([]);
  });

  test.each([['drafts'], ['posts_slug']])('that are damaged in %s are found and confirmed', async (name) => {
    damage(rootOf(name));
    const check = pagesCheck(file);
    await expect
      .poll(check, { timeout: 60_000 })
      .toMatchObject([{ part: 'database', reason: expect.stringContaining('damaged') }]);
  });

  // Other systems do not list their locks.
  test.runIf(process.platform === 'linux')('are read without ending the locks of SQLite', async () => {
    const { ino } = statSync(file);
    // Another file system may have a file of the same number, which another process locks.
    const locks = () =>
      readFileSync('/proc/locks', 'utf8')
        .split('\n')
        .filter((line) => line.includes(`:${ino} `) && line.includes(` ${process.pid} `));
    beat();
    expect(locks()).toHaveLength(1);
    const check = pagesCheck(file);
    await check();
    await check();
    expect(locks()).toHaveLength(1);
  });

  test('in a file that is no database any more are found', async () => {
    damage(1);
    const check = pagesCheck(file);
    await expect.poll(check, { timeout: 60_000 }).toMatchObject([{ part: 'database' }]);
  });

  test('that only looked damaged are no fault, and are not confirmed again and again', async () => {
    damage(rootOf('drafts'));
    const confirm = vi.fn(async () => []);
    const check = pagesCheck(file, confirm);
    for (let look = 0; look < 5; look++) expect(await check()).toEqual([]);
    expect(confirm).toHaveBeenCalledTimes(1);
  });

  test('of a file that is not there are somebody else’s fault', async () => {
    expect(await pagesCheck(join(site.dataDir, 'none'))()).toEqual([]);
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });
});

test('background jobs fail when they have not been looked for in a minute', () => {
  let ago = 60_000;
  const check = jobsCheck(() => ({ lookedMsAgo: () => ago }));
  expect(check()).toEqual([]);
  ago += 1;
  expect(check()).toMatchObject([{ part: 'jobs' }]);
  expect(jobsCheck(() => null)()).toEqual([]);
});
