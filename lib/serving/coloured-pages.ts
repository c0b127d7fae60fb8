import { type Colours, inColours } from '../formats/editions/colours';
import { inEdition } from '../formats/editions/edition-addresses';
import { makePage, type Page, plainOf } from './page';
import { type PageRequest, parsePageRequest } from './page-key';
import type { RenderPage } from './reader-cache';
import { hasEditions, requestedEdition } from './requested-edition';
import type { RouteTable } from './route-table';

interface Options {
  /** Renders every other page. */
  renderPage: RenderPage;
  /** Returns the page that others get. */
  findPage: (request: PageRequest) => Promise<Page>;
  /** Runs work that blocks the event loop when its turn comes. */
  inTurn: <T>(work: () => Promise<T>, client?: string) => Promise<T>;
  /** The public address, without a trailing slash. */
  siteUrl: string;
  table: RouteTable;
}

/**
 * Makes pages in the reader's choice of colours from the pages that others get: they are not rendered and
 * need no database query, so a small cache is enough for them.
 */
export function colouredPages(options: Options): RenderPage {
  const { renderPage, findPage, table } = options;
  return async (request, version) => {
    const { edition, key } = requestedEdition(table, request);
    if (edition !== 'light' && edition !== 'dark') return renderPage(request, version);
    const plain = parsePageRequest(key, table);
    if (!plain || 'redirect' in plain) throw new Error(`Not the one form of an address: ${key}`);
    // Only what follows waits for a turn: inside one, a page that is not cached would wait for itself.
    const page = await findPage({ ...plain, client: request.client });
    return options.inTurn(() => colouredPage(page, plain, edition, options), request.client);
  };
}

async function colouredPage(
  page: Page,
  request: PageRequest,
  colours: Colours,
  { siteUrl, table }: Options,
): Promise<Page> {
  const { status, headers, version, fingerprint } = page;
  if (status >= 500) return page;
  if (headers.location) {
    const location = inEdition(colours, headers.location);
    return { ...page, headers: { ...headers, location } };
  }
  const isPage = headers['content-type']?.startsWith('text/html');
  // Feeds and copies have no editions in colours: such a request is redirected to the plain address.
  if (!isPage || requestedEdition(table, request).edition !== 'page') {
    const { 'content-type': _type, 'content-disposition': _name, ...kept } = headers;
    const moved = { ...kept, location: request.key };
    return makePage({ status: 301, headers: moved, version, fingerprint, body: Buffer.alloc(0) });
  }
  const site = { siteUrl, hasEditions: (path: string) => hasEditions(table, path) };
  const body = Buffer.from(inColours(plainOf(page).toString('utf8'), colours, site));
  return makePage({ status, headers, version, fingerprint, body });
}
