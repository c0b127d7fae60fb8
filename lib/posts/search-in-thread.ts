import type { Db } from '@/db/client';
import { site } from '@/db/schema';
import { sharedPool } from '@/lib/process/shared-pools';
import type { PoolLimits } from '@/lib/process/worker-pool';
import type { SearchPage } from './search-page';
import type { SearchRequest } from './search-posts';
import type search from './search-worker';

/**
 * A search ends by itself after 150 ms or a little more. The line is short because pages are rendered a few at a
 * time.
 */
const LIMITS: PoolLimits = { threads: 1, longestLine: 16, longestMs: 5000, heapMiB: 64 };

/**
 * Searches in a thread with a read-only connection, so that no search keeps other readers waiting.
 * @throws WorkerPoolError when too many searches wait.
 */
export function searchInThread(db: Db, request: SearchRequest): Promise<SearchPage> {
  // What the thread reads is not seen here. A page is kept while its queries return the same, and this one
  // returns something else after every change.
  db.select({ version: site.contentVersion }).from(site).get();
  return sharedPool<typeof search>('search', LIMITS).run({ file: db.$client.name, request });
}
