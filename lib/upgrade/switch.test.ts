import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RELEASES } from '@/lib/process/release-shelf.mjs';
import { findRunning } from '@/lib/process/running';
import {
  buildRelease,
  endRelease,
  serverCode,
  spawnRelease,
  startRelease,
} from '@/tools/testing/fake-release';
import { goBack } from './switch';

let place: string;
let dataDir: string;
let database: string;
let child: ChildProcess | null;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'broadside-switch-'));
  dataDir = join(place, 'data');
  database = join(dataDir, 'broadside.db');
  child = null;
});
afterEach(async () => {
  if (child) await endRelease(child);
  rmSync(place, { recursive: true });
});

/** Builds the previous release, and one that does not work: the signal of a switch ends it. */
function twoReleases() {
  const shelf = { programFolder: place, name: RELEASES };
  const [code = ''] = serverCode('two').split("process.on('SIGUSR2'");
  return { from: buildRelease(shelf, 'one', serverCode('one')), to: buildRelease(shelf, 'two', code) };
}

/** Writes the database that the failed version left, and the copy made before its changes. */
function changedTables(): string {
  const copy = `${database}.before-1`;
  writeFileSync(database, 'of two');
  writeFileSync(copy, 'of one');
  return copy;
}

test('a previous version that a supervisor has already restarted keeps running', async () => {
  const { from, to } = twoReleases();
  child = await startRelease(from, dataDir);
  await goBack({ dataDir, from, to, copy: null });
  expect(findRunning(dataDir)).toMatchObject({ build: 'one', pid: child.pid });
  expect(child.signalCode).toBeNull();
});

test.runIf(process.execve)(
  'a previous version started on the failed version’s tables gets its own',
  async () => {
    const { from, to } = twoReleases();
    child = await startRelease(from, dataDir);
    const copy = changedTables();
    await goBack({ dataDir, from, to, copy });
    expect(readFileSync(database, 'utf8')).toBe('of one');
    expect(findRunning(dataDir)).toMatchObject({ build: 'one', pid: child.pid });
  },
);

test('if nothing runs, the database is restored before a supervisor starts the previous version', async () => {
  const { from, to } = twoReleases();
  await endRelease(await startRelease(to, dataDir));
  const copy = changedTables();
  const isBack = goBack({ dataDir, from, to, copy });
  await expect.poll(() => existsSync(copy)).toBe(false);
  child = await startRelease(from, dataDir);
  await isBack;
  expect(readFileSync(database, 'utf8')).toBe('of one');
  expect(child.signalCode).toBeNull();
});

test('the failed version is ended when a supervisor restarts it, and the previous one is not', async () => {
  const { from, to } = twoReleases();
  const failed = await startRelease(to, dataDir);
  const isBack = goBack({ dataDir, from, to, copy: null });
  await expect.poll(() => failed.signalCode).toBe('SIGUSR2');
  const again = await spawnRelease(to, dataDir);
  await expect.poll(() => again.signalCode, { timeout: 20_000 }).toBe('SIGKILL');
  child = await startRelease(from, dataDir);
  await isBack;
  expect(findRunning(dataDir)).toMatchObject({ build: 'one', pid: child.pid });
});
