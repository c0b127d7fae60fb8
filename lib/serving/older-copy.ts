import { type Page, plainOf } from './page';
import { type PageRequest, parsePageRequest } from './page-key';
import { requestedEdition } from './requested-edition';
import type { RouteTable } from './route-table';

interface Options {
  /** Returns whether there can be a page or file now at a percent-decoded path. */
  hasPage: (path: string) => boolean;
  table: RouteTable;
  /** The public address, without a trailing slash. */
  siteUrl: string;
}

/** Whether an older copy of a page may be shown, because the current page could not be rendered. */
export type MayShowOlder = (request: PageRequest, copy: Page) => boolean;

/** An address of ours in HTML, XML or JSON, once our own host is removed. */
const ADDRESS = /["'>](\/[^"'<>\\\s#?]*)/g;
const READABLE = /^(?:text\/|application\/[\w.+-]*(?:json|xml))/;

/**
 * Makes the check of older copies. A post may have been withdrawn or deleted since: neither its page nor a list
 * that names it may be shown. So the page itself, and every page of ours that it links to, must be there now; a
 * copy that says that a page is gone may be shown while it is gone.
 */
export function olderCopyCheck({ hasPage, table, siteUrl }: Options): MayShowOlder {
  const pathOf = (request: PageRequest) => requestedEdition(table, request).path;
  const isThere = (address: string) => {
    const place = parsePageRequest(address, table);
    return place === null || 'redirect' in place || hasPage(pathOf(place));
  };
  return (request, copy) => {
    if (hasPage(pathOf(request)) !== copy.status < 400) return false;
    const { location, 'content-type': type = '' } = copy.headers;
    if (location !== undefined && !isThere(withoutHost(location, siteUrl))) return false;
    return !READABLE.test(type) || addressesIn(copy, siteUrl).every(isThere);
  };
}

function addressesIn(copy: Page, siteUrl: string): string[] {
  const text = withoutHost(plainOf(copy).toString('utf8'), siteUrl);
  return [...new Set(Array.from(text.matchAll(ADDRESS), ([, address = '/']) => address))];
}

function withoutHost(text: string, siteUrl: string): string {
  return text.replaceAll(siteUrl, '');
}

/** Returns an older copy as it may be sent: nobody on the way may keep it. */
export function asOlder(copy: Page): Page {
  const { 'cdn-cache-control': _edges, 'surrogate-key': _key, ...headers } = copy.headers;
  return { ...copy, headers: { ...headers, 'cache-control': 'no-store' } };
}
