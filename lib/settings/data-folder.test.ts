import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { modeOf } from '@/tools/testing/modes';
import { describeDataFolder, isInside, openDataFolder } from './data-folder';
import { defaultDataDir } from './default-data-dir';
import { findDataDir } from './find-data-dir';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'broadside-place-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Makes a folder that counts as a publication: it has a file with the database's name. */
function publicationIn(...path: string[]): string {
  const folder = join(root, ...path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'broadside.db'), '');
  return folder;
}

test.each([
  ['/srv/broadside', true, '/srv/broadside-data'],
  ['/home/a b/my paper', true, '/home/a b/my paper-data'],
  ['/srv/broadside-0.2.0', false, '/srv/broadside-data'],
  ['/broadside', true, '/broadside-data'],
  ['/', true, '/broadside-data'],
])('the default data folder of the program in %s (clone: %s) is %s', (folder, isClone, dataDir) => {
  expect(defaultDataDir(folder, isClone)).toBe(dataDir);
});

test('a publication inside the program’s folder is used where it is, and the start reports it', () => {
  const programFolder = join(root, 'program');
  const dataDir = publicationIn('program', 'data');
  expect(findDataDir(programFolder)).toBe(dataDir);
  const said = describeDataFolder({ programFolder, dataDir, isDataDirSet: false }).join('\n');
  expect(said).toContain('git clean -fdx');
  expect(said).toMatch(/npm run manage -- move-data$/m);
});

test('a data folder next to the program’s is reported without a warning', () => {
  const programFolder = join(root, 'program');
  mkdirSync(join(programFolder, '.git'), { recursive: true });
  mkdirSync(join(programFolder, 'data'));
  const dataDir = findDataDir(programFolder);
  expect(dataDir).toBe(join(root, 'program-data'));
  openDataFolder(dataDir);
  expect(describeDataFolder({ programFolder, dataDir, isDataDirSet: false })).toEqual([
    `The data is in ${dataDir}. Back it up with: npm run manage -- backup`,
  ]);
});

test('two publications in two places are refused', () => {
  publicationIn('program', 'data');
  publicationIn('broadside-data');
  expect(() => findDataDir(join(root, 'program'))).toThrow(/^There are two data folders, .*DATA_DIR/);
});

test('the data folder is closed to other users, whatever its mode was, and git ignores everything in it', () => {
  const dataDir = publicationIn('data');
  chmodSync(dataDir, 0o755);
  openDataFolder(dataDir);
  expect(modeOf(dataDir)).toBe(0o700);
  expect(readFileSync(join(dataDir, '.gitignore'), 'utf8')).toBe('*\n');
  expect(modeOf(join(dataDir, '.gitignore'))).toBe(0o600);
});

test('copies next to it that earlier versions left open are closed; other files stay as they are', () => {
  const dataDir = publicationIn('data');
  const backup = publicationIn('backups', '2026-11-23T10-11-12-131Z');
  const putAside = publicationIn('data.before-restore-1');
  const others = publicationIn('backups', 'of another program');
  for (const folder of [backup, putAside, others]) chmodSync(folder, 0o755);
  openDataFolder(dataDir);
  expect([backup, putAside, others].map(modeOf)).toEqual([0o700, 0o700, 0o755]);
  const said = describeDataFolder({ programFolder: others, dataDir, isDataDirSet: true });
  expect(said).toContain(`Earlier backups are in ${join(root, 'backups')}.`);
});

test('a folder that cannot be written is refused with instructions', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => openDataFolder(join(root, 'file', 'data'))).toThrow(
    /^The data folder .* cannot be written\. .* set DATA_DIR to another folder\.$/,
  );
  expect(existsSync(join(root, 'file', 'data'))).toBe(false);
});

test.each([
  ['/a', '/a', true],
  ['/a', '/a/b', true],
  ['/a', '/a/..b', true],
  ['/a', '/a-data', false],
  ['/a/b', '/a', false],
])('the folder %s contains %s: %s', (outer, inner, isIn) => {
  expect(isInside(outer, inner)).toBe(isIn);
});
