import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/** Makes the release's folder the working one: every file of it is named from there. */
export function enterRelease(folder: string): void {
  startedIn = process.cwd();
  process.chdir(folder);
  const { config } = JSON.parse(readFileSync(join(NEXT_OUTPUT, 'required-server-files.json'), 'utf8'));
  // Next would look for a configuration file and the program that reads it.
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
  markInUse(folder);
}

/** Tells the process that serves a data folder what to become when it gets SIGUSR2. */
export function prepareSwitch(dataDir: string, to: z.infer<typeof Switch>): void {
  const file = switchFile(dataDir);
  writeFileSync(`${file}.unfinished`, JSON.stringify(to), { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
}

/**
 * Becomes the release that an upgrade has prepared, in this process: a supervisor sees no end. Where
 * that cannot be, the process ends, and the supervisor starts the release that is current.
 * @param closed the data folder, which nobody else may hold now.
 */
export function becomePreparedRelease(dataDir: string): void {
  const file = switchFile(dataDir);
  if (!existsSync(file) || !process.execve) process.exit(0);
  const { release, database } = Switch.parse(JSON.parse(readFileSync(file, 'utf8')));
  rmSync(file);
  if (database) putBackDatabase(dataDir, database);
  const { BROADSIDE_RELEASE: former, NODE_COMPILE_CACHE: _ofFormer, ...env } = process.env;
  if (former) unmarkInUse(former);
  // Settings may be named from there.
  process.chdir(startedIn);
  process.execve(process.execPath, [process.execPath, join(release, 'broadside.mjs')], env);
}

/** The copy becomes the database; the one that the version that failed has changed is kept beside it. */
export function putBackDatabase(dataDir: string, copy: string): void {
  const database = join(dataDir, 'broadside.db');
  const failed = `${database}.failed-${Date.now()}`;
  for (const part of ['', '-wal'])
    if (existsSync(`${database}${part}`)) renameSync(`${database}${part}`, `${failed}${part}`);
  rmSync(`${database}-shm`, { force: true });
  renameSync(copy, database);
}

/** Forgets a switch that never came about, so that no later signal brings it. */
export function forgetSwitch(dataDir: string): void {
  rmSync(switchFile(dataDir), { force: true });
}

const switchFile = (dataDir: string) => join(dataDir, 'switch.json');
