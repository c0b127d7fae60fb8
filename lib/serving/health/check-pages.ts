import { open } from 'node:fs/promises';
import { sharedPool } from '@/lib/process/shared-pools';
import type { Fault } from './health-watch';
import { type FileFacts, HEADER_BYTES, isPossiblePage, readFileHeader } from './judge-page';

/** How much of the file one look reads: a database of 1 GB is read within an hour and a half. */
const BYTES_AT_ONCE = 1024 * 1024;
/** A page that only looked damaged is looked at again, but a whole check takes long in a large database. */
const CONFIRM_EVERY_MS = 6 * 60 * 60 * 1000;
const LIMITS = { threads: 1, longestLine: 1, longestMs: 60 * 60 * 1000, heapMiB: 64 } as const;

/** Returns what SQLite itself finds wrong in a database file. */
export type Confirm = (file: string) => Promise<string[]>;

/**
 * Checks the pages of the database file, some at each look, past SQLite’s cache. When one looks damaged, SQLite
 * checks the whole file in a thread, and what it finds stays a fault until the next start.
 */
export function pagesCheck(file: string, confirm: Confirm = confirmInThread): () => Promise<Fault[]> {
  const sweep = new PageSweep(file);
  let found: Fault[] = [];
  let confirmedAt = Number.NEGATIVE_INFINITY;
  let isConfirming = false;

  async function confirmNow(): Promise<void> {
    isConfirming = true;
    try {
      const faults = await confirm(file);
      if (faults.length > 0) found = [{ part: 'database', reason: `The database is damaged: ${faults[0]}` }];
    } catch (error) {
      console.error(error);
    } finally {
      confirmedAt = performance.now();
      isConfirming = false;
    }
  }

  return async () => {
    if (found.length > 0) return found;
    const looksDamaged = await sweep.looksDamaged();
    // Not awaited: it takes minutes, and the next looks must not wait for it.
    const isTime = !isConfirming && performance.now() - confirmedAt > CONFIRM_EVERY_MS;
    if (looksDamaged && isTime) void confirmNow();
    return found;
  };
}

function confirmInThread(file: string): Promise<string[]> {
  return sharedPool<typeof import('./quick-check-worker.mjs').default>('quick-check', LIMITS).run({ file });
}

/** Reads a database file from its first page to its last, and then again. */
class PageSweep {
  readonly #file: string;
  #next = 1;

  constructor(file: string) {
    this.#file = file;
  }

  /** Reads the next pages. @returns whether one of them looks damaged. */
  async looksDamaged(): Promise<boolean> {
    const handle = await open(this.#file, 'r').catch(unlessMissing);
    // Another check says so.
    if (!handle) return false;
    try {
      const { size } = await handle.stat();
      const header = Buffer.alloc(HEADER_BYTES);
      await handle.read(header, 0, HEADER_BYTES, 0);
      const facts = readFileHeader(header, size);
      // A new database is empty until its log is written back.
      if (!facts) return size > 0;
      const pages = Buffer.alloc(BYTES_AT_ONCE);
      const { bytesRead } = await handle.read(pages, 0, BYTES_AT_ONCE, (this.#next - 1) * facts.pageBytes);
      return this.#judge(pages.subarray(0, bytesRead), facts);
    } finally {
      await handle.close();
    }
  }

  #judge(bytes: Buffer, facts: FileFacts): boolean {
    const first = this.#next;
    const count = Math.floor(bytes.length / facts.pageBytes);
    this.#next = count === 0 ? 1 : first + count;
    for (let index = 0; index < count; index++) {
      const page = bytes.subarray(index * facts.pageBytes, (index + 1) * facts.pageBytes);
      if (!isPossiblePage(page, first + index, facts)) return true;
    }
    return false;
  }
}

function unlessMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
