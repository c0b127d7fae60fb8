import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { parsePageRequest } from './page-key';
import type { HandlerName, Limits, Route } from './route';
import type { RouteTable } from './route-table';
import { MAX_TARGET_LENGTH } from './routes';

/** Their rows also match other spellings and editions of paths that are not for readers. */
const MATCH_ANY_PATH = new Set<HandlerName>(['edition', 'former-feed', 'none']);
/** The scheme and host of a target in absolute form. */
const ABSOLUTE = /^https?:\/\/([^/?#\\@\s]+)(?=[/?]|$)/i;

/**
 * Rewrites a target in absolute form (`http://host/path`) to a path, as all others are, and takes the host
 * from it.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
 */
export function takeOriginForm(request: IncomingMessage): void {
  const [start, host] = ABSOLUTE.exec(request.url ?? '') ?? [];
  if (start === undefined) return;
  const rest = request.url?.slice(start.length) ?? '';
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
  request.headers.host = host;
}

/** Returns the path of a request, without its query. */
export function pathOf({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  return url.split('?', 1)[0] ?? '/';
}

/**
 * Finds the row of a target, and whether the target is too long for it. One that is longer than any may be is
 * not parsed; it belongs to no row.
 */
export function routeOf(table: RouteTable, target: string): { route: Route; isTooLong: boolean } {
  if (target.length > MAX_TARGET_LENGTH) return { route: table.misread, isTooLong: true };
  const route = table.at(target);
  return { route, isTooLong: exceeds(target, route.limits) };
}

function exceeds(target: string, limits: Limits): boolean {
  const at = target.indexOf('?');
  const pathLength = at < 0 ? target.length : at;
  return pathLength > limits.path || target.length - pathLength - 1 > limits.query;
}

/** What is known of a target without its request. */
interface ReadTarget extends ReturnType<typeof routeOf> {
  /** What may be recorded of it (`recordedPath`). */
  recorded: string;
}

/** Reading a target takes as long as an answer from the cache: those that were read last are kept. */
const MOST_READ = 1000;

/** Makes a function that reads targets. */
export function targetReader(table: RouteTable): (target: string) => ReadTarget {
  const read = new LRUCache<string, ReadTarget>({ max: MOST_READ });
  return (target) => {
    const known = read.get(target);
    if (known) return known;
    const found = routeOf(table, target);
    const one = { ...found, recorded: recordedPath(table, target, found) };
    // Longer ones would fill the memory.
    if (!found.isTooLong) read.set(target, one);
    return one;
  };
}

/**
 * Returns what may be recorded of a target: its path; the pattern of its row where the path may contain a
 * secret, or is too long.
 */
export function recordedPath(
  table: RouteTable,
  target: string,
  { route, isTooLong }: ReturnType<typeof routeOf>,
): string {
  if (isTooLong || route.isPrivate) return route.pattern;
  const path = pathOf({ url: target });
  return MATCH_ANY_PATH.has(route.handler) && !mayBePage(table, path) ? route.pattern : path;
}

/** Checks that a path, or the one that it is redirected to, leads to no closed part of the site. */
function mayBePage(table: RouteTable, path: string): boolean {
  const page = parsePageRequest(path, table);
  return page !== null && (!('redirect' in page) || mayBePage(table, page.redirect));
}
