import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@/lib/errors';
import { isAlive } from '@/lib/process/parent-watch.mjs';

/*
 * Where a program's folder keeps its releases: `.builds` in a clone, `releases` in an unpacked archive.
 * The file `current` names the one that serves, and `refused` those that an upgrade went back from.
 */

const SHELVES = ['releases', '.builds'];

/** The releases of one program's folder. */
export interface ReleaseShelf {
  /** Absolute path of the program's folder. */
  programFolder: string;
  /** The folder that holds one folder for each release, from the program's folder. */
  name: string;
}

/**
 * The releases of a program's folder.
 * @throws Refusal `not_found` when nothing was ever built or unpacked there.
 */
export function shelfOf(programFolder: string): ReleaseShelf {
  const name = SHELVES.find((shelf) => existsSync(join(programFolder, shelf, 'current')));
  if (!name) throw new Refusal('not_found', `There is no release in ${programFolder}: run npm start first.`);
  return { programFolder, name };
}

/** Absolute path of the release that serves at the next start. */
export function currentRelease({ programFolder, name }: ReleaseShelf): string {
  return join(programFolder, readFileSync(join(programFolder, name, 'current'), 'utf8').trim());
}

/** Makes a release of the shelf the one that serves at the next start. @param build the name of its folder. */
export function setCurrent({ programFolder, name }: ReleaseShelf, build: string): void {
  const file = join(programFolder, name, 'current');
  writeFileSync(`${file}.unfinished`, `${name}/${build}\n`);
  renameSync(`${file}.unfinished`, file);
}

/** Lets `npm start` leave a release alone that an upgrade went back from. */
export function setRefused({ programFolder, name }: ReleaseShelf, build: string, isRefused: boolean): void {
  const file = join(programFolder, name, 'refused');
  const builds = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const others = builds.filter((other) => other !== build);
  writeFileSync(file, [...others, ...(isRefused ? [build] : [])].map((line) => `${line}\n`).join(''));
}

/** Removes every release but those that are kept and those that a server runs on. @param kept names of folders. */
export function pruneReleases({ programFolder, name }: ReleaseShelf, kept: string[]): void {
  const shelf = join(programFolder, name);
  for (const entry of readdirSync(shelf, { withFileTypes: true })) {
    const folder = join(shelf, entry.name);
    if (entry.isDirectory() && !kept.includes(entry.name) && !isInUse(folder))
      rmSync(folder, { recursive: true, force: true });
  }
}

/** A server leaves a file with its number in the release that it runs on. */
function isInUse(release: string): boolean {
  return readdirSync(release).some((file) => {
    const [, pid] = /^in-use-(\d+)$/.exec(file) ?? [];
    return pid !== undefined && isAlive(Number(pid));
  });
}
