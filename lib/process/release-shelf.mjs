import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isAlive } from './parent-watch.mjs';

/*
 * The folder of a program's releases: `.builds` in a clone, `releases` in an unpacked archive. The file
 * `current` names the release that serves. `refused` lists those that have not passed the trial of an
 * upgrade: it failed or was not completed. This is plain JavaScript because `npm start` reads it before any
 * package is installed.
 */

/** The shelf of a clone. */
export const BUILDS = '.builds';
/** The shelf of an archive. `release-launcher.mjs`, which upgrades do not replace, contains this name too. */
export const RELEASES = 'releases';
const MARK = /^in-use-(\d+)$/;
/** Node's compile cache for a release: it saves about a fifth of the work at each start. */
export const COMPILE_CACHE = 'compile-cache';

/**
 * The releases of one program's folder.
 * @typedef {object} ReleaseShelf
 * @property {string} programFolder absolute path of the program's folder.
 * @property {string} name the folder that contains one folder per release, relative to the program's folder.
 */

/**
 * Returns the shelf of a program's folder, or null when nothing was ever built or unpacked there.
 * @param {string} programFolder
 * @returns {ReleaseShelf | null}
 */
export function findShelf(programFolder) {
  const name = [RELEASES, BUILDS].find((shelf) => existsSync(join(programFolder, shelf, 'current')));
  return name ? { programFolder, name } : null;
}

/**
 * Returns the release that serves from the next start on, or null when there is none.
 * @param {ReleaseShelf} shelf
 * @returns {string | null} absolute path.
 */
export function findCurrent({ programFolder, name }) {
  const file = join(programFolder, name, 'current');
  if (!existsSync(file)) return null;
  const folder = join(programFolder, readFileSync(file, 'utf8').trim());
  return isComplete(folder) ? folder : null;
}

/**
 * Returns whether a folder contains a complete release: `release.json` is written last.
 * @param {string} release
 */
export function isComplete(release) {
  return existsSync(join(release, 'release.json'));
}

/**
 * Makes a release of the shelf the one that serves from the next start on.
 * @param {ReleaseShelf} shelf
 * @param {string} build the name of its folder.
 */
export function setCurrent({ programFolder, name }, build) {
  replaceFile(join(programFolder, name, 'current'), `${name}/${build}\n`);
}

/**
 * Returns whether a release has not passed the trial of an upgrade: it failed or was interrupted.
 * @param {ReleaseShelf} shelf
 * @param {string} build
 */
export function isRefused(shelf, build) {
  return refusedBuilds(shelf).includes(build);
}

/**
 * Sets whether `npm start` ignores a release until an upgrade has tried it.
 * @param {ReleaseShelf} shelf
 * @param {string} build
 * @param {boolean} refused
 */
export function setRefused(shelf, build, refused) {
  const others = refusedBuilds(shelf).filter((other) => other !== build);
  const builds = refused ? [...others, build] : others;
  replaceFile(refusedFile(shelf), builds.map((line) => `${line}\n`).join(''));
}

/**
 * Replaces a file so that after any interruption it is either the old or the new one.
 * @param {string} file
 * @param {string} content
 */
function replaceFile(file, content) {
  writeFileSync(`${file}.unfinished`, content);
  renameSync(`${file}.unfinished`, file);
}

/**
 * Removes every release except the kept ones and those that a server runs on.
 * @param {ReleaseShelf} shelf
 * @param {string[]} kept names of folders.
 */
export function pruneReleases({ programFolder, name }, kept) {
  const shelf = join(programFolder, name);
  for (const entry of readdirSync(shelf, { withFileTypes: true })) {
    const folder = join(shelf, entry.name);
    if (entry.isDirectory() && !kept.includes(entry.name) && !isInUse(folder))
      rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Marks a release as used by this process, so that others do not remove it.
 * @param {string} release
 */
export function markInUse(release) {
  whereWritable(() => writeFileSync(join(release, markOfProcess()), ''));
}

/**
 * Removes the mark when the process continues in another release.
 * @param {string} release
 */
export function unmarkInUse(release) {
  whereWritable(() => rmSync(join(release, markOfProcess()), { force: true }));
}

/**
 * Makes a change unless the folder is read-only: then nobody can remove a release either.
 * @param {() => void} change
 */
function whereWritable(change) {
  try {
    change();
  } catch (error) {
    const isClosed =
      error instanceof Error && 'code' in error && /^(?:EACCES|EROFS|EPERM)$/.test(String(error.code));
    if (!isClosed) throw error;
  }
}

function markOfProcess() {
  return `in-use-${process.pid}`;
}

/**
 * Returns whether a file of a release is such a mark.
 * @param {string} name
 */
export function isMark(name) {
  return MARK.test(name);
}

/**
 * Returns whether a file or folder belongs to the release itself, and was not written by a server. Code that
 * copies a release uses this, because servers write there at the same time.
 * @param {string} path
 */
export function isOfRelease(path) {
  const name = basename(path);
  return !isMark(name) && name !== COMPILE_CACHE;
}

/** @param {string} release */
function isInUse(release) {
  return readdirSync(release).some((name) => {
    const [, pid] = MARK.exec(name) ?? [];
    return pid !== undefined && isAlive(Number(pid));
  });
}

/** @param {ReleaseShelf} shelf */
function refusedBuilds(shelf) {
  const file = refusedFile(shelf);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

/** @param {ReleaseShelf} shelf */
function refusedFile({ programFolder, name }) {
  return join(programFolder, name, 'refused');
}
