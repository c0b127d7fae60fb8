import { fstatSync, openSync, read } from 'node:fs';
import { promisify } from 'node:util';
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

const readAt = promisify(read);

/**
 * Reads a database file from its first page to its last, and then again. The file stays open until the process ends:
 * closing it would release the locks that SQLite holds on it in this process, as POSIX says, and another program could
 * delete the log that is in use.
 * @see https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
 */
class PageSweep {
  readonly #file: string;
  #descriptor: number | null = null;
  #next = 1;

  constructor(file: string) {
    this.#file = file;
  }

  /** Reads the next pages. @returns whether one of them looks damaged. */
  async looksDamaged(): Promise<boolean> {
    this.#descriptor ??= openIfThere(this.#file);
    // Another check says so.
    if (this.#descriptor === null) return false;
    const { size } = fstatSync(this.#descriptor);
    const header = Buffer.alloc(HEADER_BYTES);
    await readAt(this.#descriptor, header, 0, HEADER_BYTES, 0);
    const facts = readFileHeader(header, size);
    // A new database is empty until its log is written back.
    if (!facts) return size > 0;
    const pages = Buffer.alloc(BYTES_AT_ONCE);
    const from = (this.#next - 1) * facts.pageBytes;
    const { bytesRead } = await readAt(this.#descriptor, pages, 0, BYTES_AT_ONCE, from);
    return this.#judge(pages.subarray(0, bytesRead), facts);
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

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
