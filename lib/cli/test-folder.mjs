import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isAlive } from '../process/parent-watch.mjs';

const PREFIX = 'broadside-test-';
const MEMORY = '/dev/shm';
/** A run keeps a few dozen megabytes there at once, and Chromium needs some too. */
const ROOM_BYTES = 512 * 1024 ** 2;

/**
 * Makes the folder for all files that a test run writes: in memory if there is space, which halves the time
 * of tests that wait for a disk. The caller removes it. The next run removes the folder of a run that was
 * killed.
 * @returns its path, for TMPDIR.
 */
export function makeTestFolder() {
  // Within `npm test`, that folder already exists.
  if (basename(tmpdir()).startsWith(PREFIX)) return mkdtempSync(join(tmpdir(), 'part-'));
  const parent = hasRoom(MEMORY) ? MEMORY : tmpdir();
  removeAbandoned(parent);
  return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
}

function hasRoom(folder) {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ROOM_BYTES;
  } catch {
    // Not every system has one.
    return false;
  }
}

function removeAbandoned(parent) {
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(PREFIX) && Number.parseInt(name.slice(PREFIX.length), 10);
    if (pid && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}
