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
import { NEXT_OUTPUT } from './next-output.mjs';
import { markInUse, unmarkInUse } from './release-shelf.mjs';

/*
 * The release that this process runs: one folder with everything that it needs (assembled by
 * lib/cli/assemble-release.mjs). In development there is none.
 */

const Facts = z.object({ version: z.string(), build: z.string() });
const Switch = z.object({
  release: z.string(),
  /** A copy of the database to restore first, made before the failed version changed its tables. */
  database: z.string().nullable(),
});

/**
 * Reads a release's `release.json`.
 * @throws when the folder contains no release.
 */
export function releaseFacts(folder: string): z.infer<typeof Facts> {
  return Facts.parse(JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')));
}

/**
 * Returns the command that serves the release named by `RELEASE_DIR`: for tools and tests, which start their
 * own publications.
 * @returns the program and its arguments; more arguments, such as `manage`, may follow.
 */
export function releaseCommand(): [string, string[]] {
  const folder = process.env.RELEASE_DIR;
  if (!folder) throw new Error('RELEASE_DIR must name a release: .builds/<hash>, as in .builds/current.');
  return [process.execPath, [resolve(folder, 'broadside.mjs')]];
}

let startedIn = process.cwd();

/**
 * Makes the release's folder the working directory: all its file paths are relative to it. The release is
 * marked as in use until the process ends, in whatever way.
 */
export function enterRelease(folder: string): void {
  startedIn = process.cwd();
  process.chdir(folder);
  const { config } = JSON.parse(readFileSync(join(NEXT_OUTPUT, 'required-server-files.json'), 'utf8'));
  // Otherwise Next would look for a configuration file and the program that reads it.
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
  markInUse(folder);
  process.once('exit', () => unmarkInUse(folder));
}

/** Records which release the process that serves a data folder must become when it receives SIGUSR2. */
export function prepareSwitch(dataDir: string, to: z.infer<typeof Switch>): void {
  const file = switchFile(dataDir);
  writeFileSync(`${file}.unfinished`, JSON.stringify(to), { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
}

/**
 * Becomes the release that an upgrade has prepared, in the same process: a supervisor sees no exit. The
 * caller must still hold the data folder: the lock file closes when the other release begins, so no other
 * process can take the folder first. Returns where this is not possible: the supervisor then starts the
 * current release.
 * @see https://www.man7.org/linux/man-pages/man2/execve.2.html
 */
export function becomePreparedRelease(dataDir: string): void {
  const prepared = readSwitch(dataDir);
  if (!prepared || !process.execve) return;
  if (prepared.database) restoreDatabase(dataDir, prepared.database);
  forgetSwitch(dataDir);
  becomeRelease(prepared.release);
}

/**
 * Begins the running release anew, in the same process. Returns where this is not possible, as in development.
 */
export function becomeSameRelease(): void {
  const own = process.env.BROADSIDE_RELEASE;
  if (own && process.execve) becomeRelease(own);
}

function becomeRelease(folder: string): void {
  const { BROADSIDE_RELEASE: former, NODE_COMPILE_CACHE: _ofFormer, ...env } = process.env;
  if (former) unmarkInUse(former);
  // Settings may be relative to this folder.
  process.chdir(startedIn);
  process.execve?.(process.execPath, [process.execPath, join(folder, 'broadside.mjs')], env);
}

/**
 * Completes a switch to this release that broke off before the database was restored, and deletes any other
 * switch, so that no later signal runs it.
 * @param own the release that starts; none in development.
 */
export function finishSwitch(dataDir: string, own?: string): void {
  const prepared = readSwitch(dataDir);
  if (prepared?.database && own && isSameFolder(prepared.release, own))
    restoreDatabase(dataDir, prepared.database);
  forgetSwitch(dataDir);
}

/**
 * Replaces the database with the copy, and keeps the database that the failed version changed. A database
 * exists at every moment, and after an interruption at any point the restore can be repeated. Where there is
 * no copy, as after the first time, nothing changes.
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

/** Gives a file a second name with a hard link, or copies it where the file system has none. */
function keepAlso(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, name);
  }
}

/** Flushes a file to disk, so that a power cut after the renaming does not leave a database without its content. */
function writeThrough(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** @returns null when there is none. A switch that cannot be read is never carried out. */
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

/** Compares real paths, because a program is named by its real path. A missing folder is not the same. */
function isSameFolder(folder: string, own: string): boolean {
  return existsSync(folder) && realpathSync(folder) === realpathSync(own);
}

function forgetSwitch(dataDir: string): void {
  rmSync(switchFile(dataDir), { force: true });
}

const switchFile = (dataDir: string) => join(dataDir, 'switch.json');
