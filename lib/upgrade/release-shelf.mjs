import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isAlive } from '../process/parent-watch.mjs';

/*
 * Where a program's folder keeps its releases: `.builds` in a clone, `releases` in an unpacked archive.
 * The file `current` names the one that serves, and `refused` those that have yet to pass the trial of
 * an upgrade: it failed, or it never came to its end.
 * Plain JavaScript, since `npm start` reads it before any package is there.
 */

/** The shelf of a clone. */
export const BUILDS = '.builds';
/** The shelf of an archive; `release-launcher.mjs`, which stays through upgrades, knows it by itself. */
export const RELEASES = 'releases';
const MARK = /^in-use-(\d+)$/;
/** Where Node keeps what it has compiled of a release: about a fifth less to do at each start. */
export const COMPILE_CACHE = 'compile-cache';

/**
 * The releases of one program's folder.
 * @typedef {object} ReleaseShelf
 * @property {string} programFolder absolute path of the program's folder.
 * @property {string} name the folder that holds one folder for each release, from the program's folder.
 */

/**
 * The releases of a program's folder, or null when nothing was ever built or unpacked there.
 * @param {string} programFolder
 * @returns {ReleaseShelf | null}
 */
export function findShelf(programFolder) {
  const name = [RELEASES, BUILDS].find((shelf) => existsSync(join(programFolder, shelf, 'current')));
  return name ? { programFolder, name } : null;
}

/**
 * The release that serves at the next start, or null when there is none.
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
 * Whether a folder holds a whole release: the last thing that is put there is what it says of itself.
 * @param {string} release
 */
export function isComplete(release) {
  return existsSync(join(release, 'release.json'));
}

/**
 * Makes a release of the shelf the one that serves at the next start.
 * @param {ReleaseShelf} shelf
 * @param {string} build the name of its folder.
 */
export function setCurrent({ programFolder, name }, build) {
  replaceFile(join(programFolder, name, 'current'), `${name}/${build}\n`);
}

/**
 * Whether a release has yet to pass the trial of an upgrade: it failed there, or the trial was cut short.
 * @param {ReleaseShelf} shelf
 * @param {string} build
 */
export function isRefused(shelf, build) {
  return refusedBuilds(shelf).includes(build);
}

/**
 * Lets `npm start` leave a release alone until an upgrade has tried it, or no longer.
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
 * Whatever ends this, the file is the former one or the new one.
 * @param {string} file
 * @param {string} content
 */
function replaceFile(file, content) {
  writeFileSync(`${file}.unfinished`, content);
  renameSync(`${file}.unfinished`, file);
}

/**
 * Removes every release but those that are kept and those that a server runs on.
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
 * Lets others see that this process runs on a release, which must stay.
 * @param {string} release
 */
export function markInUse(release) {
  whereWritable(() => writeFileSync(join(release, markOfProcess()), ''));
}

/**
 * Takes that back, as the process goes on in another release.
 * @param {string} release
 */
export function unmarkInUse(release) {
  whereWritable(() => rmSync(join(release, markOfProcess()), { force: true }));
}

/**
 * Where nobody can write, nobody removes a release either.
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
 * Whether a file of a release is such a mark.
 * @param {string} name
 */
export function isMark(name) {
  return MARK.test(name);
}

/**
 * Whether a file or folder in a release is of the release itself, and was not left there by a server:
 * what copies a release asks this, since servers write there meanwhile.
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
