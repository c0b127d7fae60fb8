import { SqliteError } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { neverWait } from '@/db/client';
import { users } from '@/db/schema';
import { contextAt } from '@/tools/testing/actors';
import { holdLock, type LockHolder } from '@/tools/testing/lock-holder';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { command } from './commands';
import { Refusal } from './errors';
import { isBusyError, unlessBusy, whenFree } from './when-free';

let site: TestSite;
let holder: LockHolder | null;
beforeEach(async () => {
  site = openTestSite();
  buildUser(site.db);
  site.db.update(users).set({ name: 'Dara' }).run();
  neverWait(site.db);
  holder = await holdLock(site.db.$client.name);
});
afterEach(async () => {
  await release();
  site.close();
  vi.restoreAllMocks();
});

async function release() {
  const held = holder;
  holder = null;
  await held?.release();
}

const context = contextAt(99, 1);
const names = () => site.db.select({ name: users.name }).from(users).get()?.name;
const rename = command(
  'rename',
  () => true,
  (tx, name: string) => {
    tx.update(users).set({ name }).run();
    return { name };
  },
);
const append = (letter: string) => () =>
  site.db.$client.prepare('update users set name = name || ?').run(letter);

test('a write waits without blocking until another process gives the lock back', async () => {
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 1);
  const written = whenFree(() => rename(site.db, 'Sok', context));
  expect(names()).toBe('Dara');
  await new Promise((done) => setTimeout(done, 100));
  await release();
  expect(await written).toEqual({ ok: true, value: { name: 'Sok' } });
  clearInterval(counting);
  expect(turns).toBeGreaterThan(10);
  expect(names()).toBe('Sok');
});

test('writes that wait are done in the order in which they came', async () => {
  const all = [...'abcdefgh'].map((letter) => whenFree(append(letter)));
  await release();
  await Promise.all(all);
  expect(names()).toBe('Daraabcdefgh');
});

test('a write that waited too long is refused, as an outcome or as an error, and changes nothing', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const patience = { longestWaitMs: 30 };
  const outcome = await whenFree(() => rename(site.db, 'Sok', context), patience);
  expect(outcome).toMatchObject({ ok: false, code: 'unavailable', key: 'databaseBusy' });
  await expect(whenFree(append('x'), patience)).rejects.toMatchObject({ key: 'databaseBusy' });
  expect(warn).toHaveBeenCalledTimes(2);
  await release();
  expect(names()).toBe('Dara');
  await whenFree(append('!'));
  expect(names()).toBe('Dara!');
});

test('a write whose wait is ended is refused, and those behind it go on', async () => {
  const ended = new AbortController();
  const first = whenFree(append('x'), { signal: ended.signal });
  const second = whenFree(append('y'));
  ended.abort();
  await expect(first).rejects.toBeInstanceOf(Refusal);
  await release();
  await second;
  expect(names()).toBe('Daray');
});

test('a write behind one that waits longer is refused at its own time, and is not run later', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const ended = new AbortController();
  const first = whenFree(append('x'), { longestWaitMs: 60_000 });
  const late = expect(whenFree(append('y'), { longestWaitMs: 30 })).rejects.toBeInstanceOf(Refusal);
  const stopped = expect(whenFree(append('z'), { signal: ended.signal })).rejects.toBeInstanceOf(Refusal);
  const last = whenFree(append('!'));
  ended.abort();
  await Promise.all([late, stopped]);
  expect(names()).toBe('Dara');
  await release();
  await Promise.all([first, last]);
  expect(names()).toBe('Darax!');
});

test('other errors are thrown, and those behind go on', async () => {
  const failing = whenFree(() => {
    append('x')();
    throw new TypeError('a bug');
  });
  const next = whenFree(append('y'));
  await Promise.all([expect(failing).rejects.toThrow('a bug'), next, release()]);
  expect(names()).toBe('Daraxy');
});

test('work that takes time is run once, and its result is given on', async () => {
  const work = vi.fn(async () => 5);
  expect(await whenFree(work)).toBe(5);
  await expect(whenFree(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(work).toHaveBeenCalledTimes(1);
});

test('a note is skipped while the database is locked', async () => {
  expect(unlessBusy(append('x'))).toBe(false);
  await release();
  expect(unlessBusy(append('y'))).toBe(true);
  expect(names()).toBe('Daray');
  const bug = () => {
    throw new TypeError('a bug');
  };
  expect(() => unlessBusy(bug)).toThrow('a bug');
});

test.each([
  [new SqliteError('locked', 'SQLITE_BUSY'), true],
  [new SqliteError('locked', 'SQLITE_BUSY_SNAPSHOT'), true],
  [new SqliteError('full', 'SQLITE_FULL'), false],
  [new Refusal('unavailable', 'databaseBusy'), true],
  [new Refusal('unavailable', 'diskFull'), false],
  [Object.assign(new Error('other'), { code: 'SQLITE_BUSY' }), false],
])('%s says that the database is locked: %s', (error, isBusy) => {
  expect(isBusyError(error)).toBe(isBusy);
});
