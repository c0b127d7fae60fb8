import { pageOf } from './requested-edition';
import type { Route } from './route';
import type { RouteTable } from './route-table';

/** What a reader requested, in the one form under which it is rendered and cached. */
export interface PageRequest {
  /** Percent-encoded path and known query, such as `/search?q=river&page=2`. */
  key: string;
  /** Percent-decoded path, such as `/ទន្លេ`. */
  path: string;
  /** Whether such pages are cached separately, so that many requests for them cannot evict other pages. */
  isUnbounded: boolean;
  /** The requested media type, where the page has several and this is not the usual one. */
  type?: string;
  /** The network that waits for it, for a fair order; the page is the same for everyone. */
  client?: string;
  /** Whether readers requested it often before it changed: then it is rendered before others. */
  isAwaited?: boolean;
}

/** A request for a page, and the row of the table that answers it. */
export type RoutedPage = PageRequest & { route: Route };

const LONGEST_VALUE = 200;
/** Next answers any such path with data for its own scripts, under an unlimited number of names. */
const FOR_SCRIPTS = /\.rsc$/i;
const PLAIN_PATH = /^\/(?:[\w.~-]+(?:\/[\w.~-]+)*)?$/;

/**
 * Parses a request's target into the page it names, or the address to redirect to when it is spelled
 * differently (doubled or trailing slashes), or null when it cannot be a page. Parameters that pages do not
 * know are dropped, so that trackers and attackers cannot multiply what is cached.
 */
export function parsePageRequest(
  target: string,
  table: RouteTable,
): RoutedPage | { redirect: string } | null {
  const [rawPath = '/', rawQuery = ''] = splitOnce(target);
  const path = decodePath(rawPath);
  if (path === null || FOR_SCRIPTS.test(path)) return null;
  const segments = path.split('/').filter(Boolean);
  if (segments.some((segment) => segment === '.' || segment === '..')) return null;
  const route = table.find(path);
  const isForm = route.edition !== undefined;
  const page = isForm ? pageOf(table, path) : path;
  if (table.isClosed(page)) return null;
  const canonical = PLAIN_PATH.test(rawPath) ? rawPath : `/${segments.map(encodeURIComponent).join('/')}`;
  if (rawPath !== '/' && /\/\/|\/$/.test(rawPath))
    return { redirect: canonical + (rawQuery && `?${rawQuery}`) };
  const known = isForm ? table.find(page) : route;
  const query = known.query ? knownQuery(rawQuery, known.query) : '';
  const isApart = route.cache === 'reader-apart' || known.cache === 'reader-apart';
  return {
    key: canonical + query,
    path: `/${segments.join('/')}`,
    isUnbounded: query !== '' || isApart,
    route,
  };
}

function splitOnce(target: string): [string, string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}

function decodePath(path: string): string | null {
  if (PLAIN_PATH.test(path)) return path;
  try {
    const decoded = decodeURIComponent(path);
    // Next would read an encoded slash or a backslash as another path than we do; control characters are
    // never valid.
    return path.startsWith('/') && !/%2f|%5c|\\/i.test(path) && !/\p{Cc}/u.test(decoded) ? decoded : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function knownQuery(rawQuery: string, names: readonly string[]): string {
  const given = new URLSearchParams(rawQuery);
  const known = new URLSearchParams();
  for (const name of names) {
    const value = given.get(name)?.trim();
    if (value) known.set(name, value.slice(0, LONGEST_VALUE));
  }
  return known.size > 0 ? `?${known}` : '';
}
