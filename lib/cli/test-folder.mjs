import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isAlive } from '../process/parent-watch.mjs';

const PREFIX = 'broadside-test-';
const MEMORY = '/dev/shm';
/** A run keeps a few dozen megabytes there at once, and Chromium wants some for itself. */
const ROOM_BYTES = 512 * 1024 ** 2;

/**
 * Makes the folder for everything that a run of tests writes: in memory where there is room, which
 * halves the time of tests that wait for a disk. The caller removes it; what a run left that was
 * killed is removed by the next one.
 * @returns its path, for TMPDIR.
 */
export function makeTestFolder() {
  // Within `npm test` that folder is there already.
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
