import { COPY, type Edition } from '../formats/editions/edition-addresses';
import type { EditionName } from './route';
import type { RouteTable } from './route-table';

/** Which form of which page is requested. */
export interface EditionRequest {
  edition: Edition;
  /** The page's own address, as requested from Next: percent-encoded, with its query. */
  key: string;
  /** The page's percent-decoded path. */
  path: string;
}

/** Splits an address into the page and the requested form of it. */
export function requestedEdition(
  table: RouteTable,
  { key, path }: { key: string; path: string },
): EditionRequest {
  const { edition } = table.find(path);
  if (!edition) return { edition: 'page', key, path };
  return { edition, key: originalOf(edition, key), path: originalOf(edition, path) };
}

/**
 * Returns the path of the page that an edition's path belongs to; other paths are unchanged. @param path
 * percent-decoded.
 */
export function pageOf(table: RouteTable, path: string): string {
  const { edition } = table.find(path);
  return edition && edition !== 'copy' ? originalOf(edition, path) : path;
}

/** Returns the address of the page that an edition's address belongs to. */
function originalOf(edition: EditionName, address: string): string {
  if (edition === 'copy') return address.slice(0, -COPY.length);
  const original = address.slice(`/${edition}`.length);
  return original.startsWith('/') ? original : `/${original}`;
}

/** Checks whether a path can be a page; a path without a row may be the former address of one. */
export function hasEditions(table: RouteTable, path: string): boolean {
  const { handler } = table.find(path);
  return handler === 'page' || handler === 'none';
}
