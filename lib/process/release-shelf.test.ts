import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BUILDS,
  findCurrent,
  findShelf,
  isOfRelease,
  isRefused,
  markInUse,
  pruneReleases,
  RELEASES,
  setCurrent,
  setRefused,
  unmarkInUse,
} from './release-shelf.mjs';

let programFolder: string;
beforeEach(() => {
  programFolder = mkdtempSync(join(tmpdir(), 'broadside-shelf-'));
});
afterEach(() => rmSync(programFolder, { recursive: true }));

function buildRelease(name: string, { shelf = BUILDS, isWhole = true } = {}): string {
  const folder = join(programFolder, shelf, name);
  mkdirSync(folder, { recursive: true });
  if (isWhole) writeFileSync(join(folder, 'release.json'), '{}');
  return folder;
}

test.each([BUILDS, RELEASES])('the current release of %s is the one that serves', (name) => {
  expect(findShelf(programFolder)).toBeNull();
  const folder = buildRelease('one', { shelf: name });
  setCurrent({ programFolder, name }, 'one');
  const shelf = findShelf(programFolder);
  expect(shelf).toEqual({ programFolder, name });
  expect(shelf && findCurrent(shelf)).toBe(folder);
});

test('an incomplete release is not current', () => {
  const shelf = { programFolder, name: BUILDS };
  expect(findCurrent(shelf)).toBeNull();
  buildRelease('half', { isWhole: false });
  setCurrent(shelf, 'half');
  expect(findCurrent(shelf)).toBeNull();
});

test('a release is refused until it is asked for again, and others stay refused', () => {
  const shelf = { programFolder, name: BUILDS };
  buildRelease('one');
  expect(isRefused(shelf, 'one')).toBe(false);
  setRefused(shelf, 'one', true);
  setRefused(shelf, 'two', true);
  setRefused(shelf, 'two', true);
  expect([isRefused(shelf, 'one'), isRefused(shelf, 'two')]).toEqual([true, true]);
  setRefused(shelf, 'two', false);
  expect([isRefused(shelf, 'one'), isRefused(shelf, 'two')]).toEqual([true, false]);
});

test('the list of refused releases is never partly written: a new file replaces it', () => {
  const shelf = { programFolder, name: BUILDS };
  const [file, former] = [join(programFolder, BUILDS, 'refused'), join(programFolder, 'former')];
  buildRelease('one');
  setRefused(shelf, 'one', true);
  linkSync(file, former);
  setRefused(shelf, 'two', true);
  expect(readFileSync(former, 'utf8')).toBe('one\n');
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
});

test('a copy of a release omits the files that servers write in it', () => {
  const [from, to] = [buildRelease('one'), join(programFolder, 'copy')];
  markInUse(from);
  writeFileSync(join(from, 'in-use-17'), '');
  mkdirSync(join(from, 'compile-cache'));
  writeFileSync(join(from, 'in-use-'), 'of the release');
  cpSync(from, to, { recursive: true, filter: isOfRelease });
  expect(readdirSync(to).sort()).toEqual(['in-use-', 'release.json']);
});

test('old releases are removed, except kept ones and one that a server runs on until it leaves it', () => {
  const shelf = { programFolder, name: BUILDS };
  const [kept, old, run] = ['kept', 'old', 'run'].map((name) => buildRelease(name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(join(old, 'in-use-999999999'), '');
  // It names no process: process ID 0 would mean this whole process group, which always exists.
  writeFileSync(join(old, 'in-use-'), '');
  markInUse(run);
  pruneReleases(shelf, ['kept']);
  expect([kept, old, run].map((folder) => existsSync(folder))).toEqual([true, false, true]);
  // The same process continues in another release: by its ID alone, it would keep this one for ever.
  unmarkInUse(run);
  pruneReleases(shelf, ['kept']);
  expect([kept, run].map((folder) => existsSync(folder))).toEqual([true, false]);
});
