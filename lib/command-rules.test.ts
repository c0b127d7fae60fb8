import { SqliteError } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '@/db/client';
import { audit, users } from '@/db/schema';
import { contextAt } from '../tools/testing/actors';
import { buildUser } from '../tools/testing/people';
import { openTestSite, type TestSite } from '../tools/testing/test-site';
import { command } from './commands';
import { Refusal } from './errors';
import { postCommand } from './posts/post-command';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  site.close();
  vi.restoreAllMocks();
});

const context = contextAt(99, 7);
const anybody = () => true;
const auditRows = () => site.db.select().from(audit).all();

test.each<[unknown, number | null]>([
  [{ postId: 3 }, 3],
  [{ postId: 'x' }, null],
  [{}, null],
  [null, null],
  [undefined, null],
  ['postId', null],
])('a command that gives %j is in the audit log with its name, its person and post %s', (value, postId) => {
  const run = command('doSomething', anybody, () => value);
  expect(run(site.db, null, context)).toEqual({ ok: true, value });
  expect(auditRows()).toMatchObject([{ command: 'doSomething', postId, userId: 7, at: 99 }]);
});

test('a refused command changes nothing, not even the log', () => {
  const run = command('refuse', anybody, (tx) => {
    tx.update(users).set({ name: 'Changed' }).run();
    throw new Refusal('conflict', 'inBin');
  });
  buildUser(site.db);
  expect(run(site.db, null, context)).toEqual({ ok: false, code: 'conflict', key: 'inBin' });
  expect(site.db.select().from(users).get()?.name).toMatch(/^Person/);
  expect(auditRows()).toEqual([]);
});

test('an actor refused by the policy changes nothing, and the policy gets the actor and the input', () => {
  const policy = vi.fn(() => false);
  const write = vi.fn();
  const outcome = command('refuse', policy, write)(site.db, { postId: 3 }, context);
  expect(outcome).toEqual({ ok: false, code: 'forbidden', key: 'notAllowed' });
  expect(policy).toHaveBeenCalledWith(
    { kind: 'user', id: 7, role: 'owner' },
    { postId: 3 },
    expect.anything(),
  );
  expect(write).not.toHaveBeenCalled();
  expect(auditRows()).toEqual([]);
});

test('a command without a policy does not compile', () => {
  // @ts-expect-error A command has a name, a policy and a write.
  expect(command('openToAll', () => ({}))).toBeTypeOf('function');
  // @ts-expect-error So has a command on a post.
  expect(postCommand('openToAll', () => ({ postId: 1 }))).toBeTypeOf('function');
});

test('a bug is thrown, and changes nothing', () => {
  const run = command('stumble', anybody, () => {
    throw new TypeError('a bug');
  });
  expect(() => run(site.db, null, context)).toThrow('a bug');
  expect(auditRows()).toEqual([]);
  expect(console.error).not.toHaveBeenCalled();
});

describe('when the machine cannot write', () => {
  test.each([
    ['SQLITE_FULL', 'diskFull'],
    ['SQLITE_IOERR_WRITE', 'diskNotWritable'],
    ['SQLITE_READONLY', 'diskNotWritable'],
    ['SQLITE_CANTOPEN', 'diskNotWritable'],
  ])('%s is a refusal, and is recorded in one sentence', (code, key) => {
    const trouble = new SqliteError('trouble', code);
    const run = command('write', anybody, () => {
      throw trouble;
    });
    const outcome = run(site.db, null, context);
    expect(outcome).toMatchObject({ ok: false, code: 'unavailable', key });
    expect(console.error).toHaveBeenCalledWith(`The database did not write: ${code}, trouble`);
  });

  test.each(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])('%s is a refusal, and not trouble to log', (code) => {
    const run = command('write', anybody, () => {
      throw new SqliteError('locked', code);
    });
    expect(run(site.db, null, context)).toMatchObject({ code: 'unavailable', key: 'databaseBusy' });
    expect(console.error).not.toHaveBeenCalled();
  });

  test.each(['SQLITE_CONSTRAINT', 'SQLITE_ERROR', 'NOT_SQLITE_FULL', 'NOT_SQLITE_BUSY', 'NOT_SQLITE_IOERR'])(
    '%s is a bug',
    (code) => {
      const run = command('write', anybody, () => {
        throw new SqliteError('trouble', code);
      });
      expect(() => run(site.db, null, context)).toThrow('trouble');
    },
  );

  test('an error that only has the code of a database error is a bug', () => {
    const run = command('write', anybody, () => {
      throw Object.assign(new Error('other'), { code: 'SQLITE_FULL' });
    });
    expect(() => run(site.db, null, context)).toThrow('other');
  });
});

test('a command locks the file for writing from its first read', () => {
  const other = openDatabase(site.db.$client.name);
  other.$client.pragma('busy_timeout = 1');
  const run = command('look', anybody, () => {
    expect(() => other.$client.prepare('update site set id = id').run()).toThrow('locked');
  });
  expect(run(site.db, null, context).ok).toBe(true);
  other.$client.close();
});
