import { chmodSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILE_CACHE } from '../process/release-shelf.mjs';

const OTHERS = 0o077;
const WRITTEN_BY_OTHERS = 0o022;
const CLOSED = 0o700;

/**
 * Returns the folder where Node may keep its compile cache for a release: only this user can access it.
 * Entries have a checksum but no signature, so anyone who can write there can make the server run any code.
 * @param {string} release absolute path of its folder.
 * @returns {string | null} null where no such folder is possible: the server then starts without a cache.
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
export function closedCompileCache(release) {
  const folder = join(release, COMPILE_CACHE);
  // On Windows, a folder inherits the rights of its parent.
  if (process.platform === 'win32') return folder;
  try {
    if (isOurFolder(folder) && mayHoldCodeOfOthers(folder)) rmSync(folder, { recursive: true });
    mkdirSync(folder, { recursive: true, mode: CLOSED });
    if (!isOurFolder(folder)) return null;
    if (isOpen(folder, OTHERS)) chmodSync(folder, CLOSED);
    // Some file systems do not support modes.
    return isOpen(folder, OTHERS) ? null : folder;
  } catch {
    // The release may belong to another user or be on a read-only disk. Neither prevents a start.
    return null;
  }
}

/**
 * Returns whether other users could ever write to a cache of ours: to the folder, or to a subfolder for one
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
