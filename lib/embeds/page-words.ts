import { Refusal } from '@/lib/errors';
import { sharedPool } from '@/lib/process/shared-pools';
import { type PoolLimits, type WorkerPool, WorkerPoolError } from '@/lib/process/worker-pool';
import type readFetchedPage from './page-worker';
import type { FetchedPage } from './page-worker';
import { MAX_HEAD_BYTES } from './read-head';
import type { PageWords } from './read-page';

/** Reading stops by itself after a second, with what it has; a thread that takes longer is stuck, and ends. */
const LIMITS: PoolLimits = { threads: 1, longestLine: 16, longestMs: 3000, heapMiB: 64 };

type Pool = Pick<WorkerPool<typeof readFetchedPage>, 'run'>;

/**
 * Reads the link-preview metadata of a page from another site, in a thread.
 * @param pool for tests only.
 * @throws Refusal `unavailable` when the page cannot be read within the limits of time and memory, or when too
 *   many pages wait to be read.
 */
export async function pageWords(
  { bytes, charset, url }: FetchedPage,
  pool: Pool = sharedPool<typeof readFetchedPage>('page', LIMITS),
): Promise<PageWords> {
  try {
    // A copy of the beginning: the rest of the page's memory need not be cloned for the thread.
    return await pool.run({ bytes: new Uint8Array(bytes.subarray(0, MAX_HEAD_BYTES)), charset, url });
  } catch (error) {
    if (!(error instanceof WorkerPoolError)) throw error;
    const isPagesFault = error.reason === 'late' || error.reason === 'crashed';
    const refusal = new Refusal('unavailable', isPagesFault ? 'pageTooComplex' : 'tooBusy');
    refusal.cause = error;
    throw refusal;
  }
}
