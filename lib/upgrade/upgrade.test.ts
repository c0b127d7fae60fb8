import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OperatorError } from '@/lib/errors';
import {
  findCurrent,
  isRefused,
  RELEASES,
  type ReleaseShelf,
  setCurrent,
} from '@/lib/process/release-shelf.mjs';
import { findRunning } from '@/lib/process/running';
import { buildRelease, endRelease, serverCode, startRelease } from '@/tools/testing/fake-release';
import { noRelease, upgrade } from './upgrade';

let shelf: ReleaseShelf;
let dataDir: string;
let children: ChildProcess[];
beforeEach(() => {
  shelf = { programFolder: mkdtempSync(join(tmpdir(), 'broadside-upgrade-')), name: RELEASES };
  dataDir = join(shelf.programFolder, 'data');
  children = [];
});
afterEach(async () => {
  await Promise.all(children.map(endRelease));
  rmSync(shelf.programFolder, { recursive: true });
});

const DOES_NOT_START = "console.log('No such thing.'); process.exit(3);";

/** Builds two releases: `one` is current, and the server of `two` runs this code. */
function twoReleases(code: string) {
  const from = buildRelease(shelf, 'one', serverCode('one'));
  setCurrent(shelf, 'one');
  return { from, to: buildRelease(shelf, 'two', code) };
}

async function start(release: string): Promise<ChildProcess> {
  const child = await startRelease(release, dataDir);
  children.push(child);
  return child;
}

/** @param meanwhile what happens between the check of the running version and the trial. */
function upgradeTo(to: string, meanwhile: () => Promise<unknown> = async () => undefined): Promise<string> {
  const backup = join(shelf.programFolder, 'backup');
  mkdirSync(join(backup, 'secrets'), { recursive: true });
  writeFileSync(join(backup, 'broadside.db'), '');
  const backUp = () => meanwhile().then(() => backup);
  return upgrade({ shelf, dataDir, to, backUp, migrationsDone: () => 1, say: () => undefined });
}

test('a version that does not run on a copy of the data does not serve from the next start', async () => {
  const { from, to } = twoReleases(DOES_NOT_START);
  await expect(upgradeTo(to)).rejects.toThrow(/No such thing\.[\s\S]*does not run here: it exited/);
  expect(findCurrent(shelf)).toBe(from);
  // Otherwise the next start of a clone would build its sources and let it change the tables.
  expect(isRefused(shelf, 'two')).toBe(true);
});

test('a version that runs on a copy of the data serves from the next start', async () => {
  const { to } = twoReleases(serverCode('two'));
  await expect(upgradeTo(to)).resolves.toMatch(/It will run from the next start/);
  expect(findCurrent(shelf)).toBe(to);
  expect(isRefused(shelf, 'two')).toBe(false);
});

test('without a release, the operator reads how to start this kind of program', () => {
  expect(noRelease('/srv/broadside').message).toContain('Run npm start first');
  vi.stubEnv('BROADSIDE_ARCHIVE', 'true');
  expect(noRelease('/srv/broadside').message).toContain('Run node broadside.mjs first');
  vi.unstubAllEnvs();
});

describe('when a second “npm start” has made the new version current', () => {
  test('a failed trial makes the running version current again', async () => {
    const { from, to } = twoReleases(DOES_NOT_START);
    await start(from);
    setCurrent(shelf, 'two');
    await expect(upgradeTo(to)).rejects.toThrow('does not run here');
    expect(findCurrent(shelf)).toBe(from);
    expect(isRefused(shelf, 'two')).toBe(true);
    expect(findRunning(dataDir)).toMatchObject({ build: 'one' });
  });

  test.runIf(process.execve)('a failed switch returns to the version that ran', async () => {
    const { from, to } = twoReleases(serverCode('two', { status: 500 }));
    const { pid } = await start(from);
    setCurrent(shelf, 'two');
    await expect(upgradeTo(to)).rejects.toThrow(
      '/healthz answers 500. The previous version is running again.',
    );
    expect(findCurrent(shelf)).toBe(from);
    expect(findRunning(dataDir)).toMatchObject({ build: 'one', pid });
  });
});

test.each([
  ['another archive', 'three', 'The publication is served from another folder. Run the upgrade there.'],
  ['the development server', null, 'The development server uses this publication. Stop it, then try again.'],
])('a publication served by %s is not switched', async (_who, build, sentence) => {
  const { from, to } = twoReleases(serverCode('two'));
  const other = { programFolder: join(shelf.programFolder, 'other'), name: RELEASES };
  await start(buildRelease(other, 'three', serverCode(build)));
  await expect(upgradeTo(to)).rejects.toThrow(new OperatorError(sentence));
  expect(findCurrent(shelf)).toBe(from);
  expect(findRunning(dataDir)).toMatchObject({ build });
});

test('a publication stopped during the trial is upgraded at its next start', async () => {
  const { from, to } = twoReleases(serverCode('two'));
  const child = await start(from);
  await expect(upgradeTo(to, () => endRelease(child))).resolves.toMatch(/It will run from the next start/);
  expect(findCurrent(shelf)).toBe(to);
  expect(isRefused(shelf, 'two')).toBe(false);
});

test.runIf(process.execve)('a publication restarted during the trial is switched', async () => {
  const { from, to } = twoReleases(serverCode('two'));
  const child = await start(from);
  let pid: number | undefined;
  const restart = async () => {
    await endRelease(child);
    pid = (await start(from)).pid;
  };
  await expect(upgradeTo(to, restart)).resolves.toMatch(/\(two\) is running\./);
  expect(findRunning(dataDir)).toMatchObject({ build: 'two', pid });
  expect(findCurrent(shelf)).toBe(to);
});

test('another version that starts serving during the trial is not replaced', async () => {
  const { from, to } = twoReleases(serverCode('two'));
  const child = await start(from);
  const third = buildRelease(shelf, 'three', serverCode('three'));
  const replace = () => endRelease(child).then(() => start(third));
  await expect(upgradeTo(to, replace)).rejects.toThrow('Another version started during the trial');
  expect(findRunning(dataDir)).toMatchObject({ build: 'three' });
});
