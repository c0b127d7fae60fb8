import type { Db, Tx } from '@/db/client';
import { suggestSpelling } from '@/lib/search/spelling';
import { type SearchRequest, type SearchResult, searchPosts } from './search-posts';

/** What the search page shows; `respelt` is the corrected search that was made instead. */
export interface SearchPage extends SearchResult {
  respelt: string | null;
}

/** Searches, and where nothing is found, searches for the nearest words of the posts instead. */
export function searchPage(db: Db | Tx, request: SearchRequest, elapsedMs = () => 0): SearchPage {
  const result = { ...searchPosts(db, request, elapsedMs), respelt: null };
  if (result.total > 0 || result.isPartial) return result;
  const respelt = suggestSpelling(db, request.q);
  if (respelt === null) return result;
  const second = searchPosts(db, { ...request, q: respelt }, elapsedMs);
  return second.total > 0 ? { ...second, respelt } : result;
}
