import { chmodSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILE_CACHE } from '../upgrade/release-shelf.mjs';

const OTHERS = 0o077;
const WRITTEN_BY_OTHERS = 0o022;
const CLOSED = 0o700;

/**
 * Where Node may keep what it has compiled of a release: a folder that only this user can reach. Its
 * entries have a checksum and no signature, so whoever writes there has the server run any code.
 * @param {string} release absolute path of its folder.
 * @returns {string | null} null where there can be no such folder: the server then starts without.
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
export function closedCompileCache(release) {
  const folder = join(release, COMPILE_CACHE);
  // There a folder has the rights of the one above it.
  if (process.platform === 'win32') return folder;
  try {
    if (isOurFolder(folder) && mayHoldCodeOfOthers(folder)) rmSync(folder, { recursive: true });
    mkdirSync(folder, { recursive: true, mode: CLOSED });
    if (!isOurFolder(folder)) return null;
    if (isOpen(folder, OTHERS)) chmodSync(folder, CLOSED);
    // Some file systems know no modes.
    return isOpen(folder, OTHERS) ? null : folder;
  } catch {
    // The release may be of another user or on a disk that cannot be written, which hinders no start.
    return null;
  }
}

/**
 * Whether other users could once write to a cache of ours: to the folder, or to one that it has for a
 * version of Node.
 * @param {string} folder
 */
function mayHoldCodeOfOthers(folder) {
  if (isOpen(folder, WRITTEN_BY_OTHERS)) return true;
  const within = readdirSync(folder).map((name) => join(folder, name));
  return within.some((path) => !isOurs(path) || isOpen(path, WRITTEN_BY_OTHERS));
}

/** @param {string} path */
function isOurFolder(path) {
  return isOurs(path) && lstatSync(path).isDirectory();
}

/** @param {string} path */
function isOurs(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.uid === process.getuid?.();
}

/**
 * @param {string} path
 * @param {number} rights
 */
function isOpen(path, rights) {
  return (lstatSync(path).mode & rights) !== 0;
}
