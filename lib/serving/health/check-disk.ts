import { type FileHandle, open, rename, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from './health-watch';

/** With less, SQLite's log and one upload can fill the disk. */
const LEAST_FREE_BYTES = 16 * 1024 * 1024;
const HEARTBEAT_BYTES = 4096;

/** What the check does with the disk; a test lets it fail. */
export interface DiskAccess {
  statfs: (path: string) => Promise<{ bsize: number; blocks: number; bavail: number }>;
  open: (path: string, flags: string, mode: number) => Promise<FileHandle>;
  rename: (from: string, to: string) => Promise<void>;
}

const ACCESS: DiskAccess = { statfs, open, rename };

/**
 * Checks that the data folder can be written, by writing a small new file and syncing it: writing over an old one
 * succeeds on a full disk.
 */
export function diskCheck(dataDir: string, access: DiskAccess = ACCESS): () => Promise<Fault[]> {
  return async () => {
    try {
      const { bsize, blocks, bavail } = await access.statfs(dataDir);
      const freeBytes = bavail * bsize;
      await writeHeartbeat(join(dataDir, 'heartbeat'), access);
      // Some network file systems have no numbers.
      if (blocks === 0 || freeBytes >= LEAST_FREE_BYTES) return [];
      return [{ part: 'disk', reason: `The disk of the data folder is full: less than 16 MB are free.` }];
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return [{ part: 'disk', reason: sentenceOf(String(error.code), error.message) }];
    }
  };
}

async function writeHeartbeat(file: string, { open, rename }: DiskAccess): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(Buffer.alloc(HEARTBEAT_BYTES, `${new Date().toISOString()}\n`));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

function sentenceOf(code: string, message: string): string {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'The disk of the data folder is full.';
  if (code === 'ENOENT') return 'The data folder is not there.';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'The data folder cannot be written.';
  return `The disk of the data folder fails: ${message}`;
}
