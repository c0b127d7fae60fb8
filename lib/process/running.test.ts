import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdDataFolder } from './running';

const O_CLOEXEC = 0o2000000;

/** Returns the flags of the files that this process has open in a folder. */
function openWithin(folder: string): { file: string; flags: number }[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${fd}`);
      const flags = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1];
      return file.startsWith(folder) ? [{ file, flags: Number.parseInt(flags ?? '', 8) }] : [];
    } catch {
      // The descriptor that listed them is in the list, and is closed.
      return [];
    }
  });
}

test.runIf(process.platform === 'linux')(
  'a hold ends when the process becomes another program, and not earlier',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'broadside-hold-'));
    const hold = await holdDataFolder(dataDir, { waitMs: 0 });
    try {
      const open = openWithin(dataDir);
      expect(open.map(({ file }) => file)).toContain(join(dataDir, 'running.lock'));
      expect(open.filter(({ flags }) => (flags & O_CLOEXEC) === 0)).toEqual([]);
    } finally {
      hold.release();
      rmSync(dataDir, { recursive: true });
    }
  },
);
