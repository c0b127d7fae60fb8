import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { markInUse, unmarkInUse } from '@/lib/upgrade/release-shelf.mjs';
import { NEXT_OUTPUT } from './next-output.mjs';

/*
 * The release that this process is of: one folder with everything that it runs (made by
 * lib/cli/assemble-release.mjs). In development there is none.
 */

const Facts = z.object({ version: z.string(), build: z.string() });
const Switch = z.object({
  release: z.string(),
  /** A copy of the database to put back first, made before the version that failed changed its tables. */
  database: z.string().nullable(),
});

/**
 * What a release says of itself.
 * @throws when the folder holds none.
 */
export function releaseFacts(folder: string): z.infer<typeof Facts> {
  return Facts.parse(JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')));
}

/**
 * What serves the release that `RELEASE_DIR` names: for tools and tests, which start publications of their own.
 * @returns the program and its arguments; more of them, as `manage`, may follow.
 */
export function releaseCommand(): [string, string[]] {
  const folder = process.env.RELEASE_DIR;
  if (!folder) throw new Error('RELEASE_DIR must name a release: .builds/<hash>, as in .builds/current.');
  return [process.execPath, [resolve(folder, 'broadside.mjs')]];
}

let startedIn = process.cwd();

/**
 * Makes the release's folder the working one: every file of it is named from there. It is marked as in
 * use until the process ends, in whatever order it does.
 */
export function enterRelease(folder: string): void {
  startedIn = process.cwd();
  process.chdir(folder);
  const { config } = JSON.parse(readFileSync(join(NEXT_OUTPUT, 'required-server-files.json'), 'utf8'));
  // Next would look for a configuration file and the program that reads it.
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
  markInUse(folder);
  process.once('exit', () => unmarkInUse(folder));
}

/** Tells the process that serves a data folder what to become when it gets SIGUSR2. */
export function prepareSwitch(dataDir: string, to: z.infer<typeof Switch>): void {
  const file = switchFile(dataDir);
  writeFileSync(`${file}.unfinished`, JSON.stringify(to), { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
}

/**
 * Becomes the release that an upgrade has prepared, in this process: a supervisor sees no end. The hold on
 * the data folder must be kept: its file closes as the other release begins, and nobody comes between.
 * Returns where that cannot be: the supervisor starts the release that is current.
 * @see https://www.man7.org/linux/man-pages/man2/execve.2.html
 */
export function becomePreparedRelease(dataDir: string): void {
  const prepared = readSwitch(dataDir);
  if (!prepared || !process.execve) return;
  if (prepared.database) restoreDatabase(dataDir, prepared.database);
  forgetSwitch(dataDir);
  const { BROADSIDE_RELEASE: former, NODE_COMPILE_CACHE: _ofFormer, ...env } = process.env;
  if (former) unmarkInUse(former);
  // Settings may be named from there.
  process.chdir(startedIn);
  process.execve(process.execPath, [process.execPath, join(prepared.release, 'broadside.mjs')], env);
}

/**
 * Finishes a switch to this release that broke off before the database was put back, and forgets any
 * other, so that no later signal brings it.
 * @param own the release that starts; none in development.
 */
export function finishSwitch(dataDir: string, own?: string): void {
  const prepared = readSwitch(dataDir);
  if (prepared?.database && own && isSameFolder(prepared.release, own))
    restoreDatabase(dataDir, prepared.database);
  forgetSwitch(dataDir);
}

/**
 * The copy becomes the database; the one that the version that failed has changed is kept beside it.
 * There is a database at every moment, and breaking off anywhere leaves what can be done again. Where
 * there is no copy, as after the first time, nothing changes.
 */
export function restoreDatabase(dataDir: string, copy: string): void {
  if (!existsSync(copy)) return;
  writeThrough(copy);
  const database = join(dataDir, 'broadside.db');
  const failed = `${database}.failed-${Date.now()}`;
  if (existsSync(database)) keepAlso(database, failed);
  if (existsSync(`${database}-wal`)) renameSync(`${database}-wal`, `${failed}-wal`);
  rmSync(`${database}-shm`, { force: true });
  renameSync(copy, database);
}

/** Gives a file a second name, or, where a file system knows no such thing, copies it. */
function keepAlso(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, name);
  }
}

/** So that a power cut after the renaming does not leave a database without its content. */
function writeThrough(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** @returns null when there is none; one that nobody can read never comes about. */
function readSwitch(dataDir: string): z.infer<typeof Switch> | null {
  const file = switchFile(dataDir);
  if (!existsSync(file)) return null;
  try {
    return Switch.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(error);
    return null;
  }
}

/** Whether it is there at all: a program is named by its real path. */
function isSameFolder(folder: string, own: string): boolean {
  return existsSync(folder) && realpathSync(folder) === realpathSync(own);
}

function forgetSwitch(dataDir: string): void {
  rmSync(switchFile(dataDir), { force: true });
}

const switchFile = (dataDir: string) => join(dataDir, 'switch.json');
