import type { LanguageCode } from '@/lib/language/languages';
import type { Piece } from '@/lib/process/gzip-pieces';
import { sharedPool } from '@/lib/process/shared-pools';
import type { PoolLimits } from '@/lib/process/worker-pool';

/** A search, and the database file to be searched. */
export interface SearchTask {
  file: string;
  /** The content version that it must not be older than. */
  version: number;
  /** As in the address of the search page, without the question mark. */
  query: string;
  /** That of the page, where its address names one; null for the main language. */
  language: LanguageCode | null;
}

/** What the search page shows of a search, ready to be put into its frame. */
export interface SearchPart {
  /** HTML in UTF-8. */
  piece: Piece;
  /** HTML with the same classes and elements, for which the page needs styles. */
  specimen: string;
}

/**
 * A search ends by itself after 9 ms or a little more. The line is short because pages are rendered a few at a
 * time.
 */
const LIMITS: PoolLimits = { threads: 1, longestLine: 16, longestMs: 5000, heapMiB: 64 };

/**
 * Searches and renders what the search page shows of it, in a thread with a read-only connection, so that no
 * search keeps other readers waiting.
 * @throws WorkerPoolError when too many searches wait.
 */
export function searchInThread(task: SearchTask): Promise<SearchPart> {
  return sharedPool<(task: SearchTask) => SearchPart>('search', LIMITS).run(task);
}
