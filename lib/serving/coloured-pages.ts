import { type Colours, inColours } from '../formats/editions/colours';
import { inEdition } from '../formats/editions/edition-addresses';
import { makePage, type Page } from './page';
import { type PageRequest, parsePageRequest } from './page-key';
import type { RenderPage } from './reader-cache';
import { hasEditions, requestedEdition } from './requested-edition';

/**
 * Makes pages in the reader's choice of colours from the pages that others get: they are not rendered and
 * need no database query, so a small cache is enough for them.
 * @param renderPage renders every other page.
 * @param findPage returns the page that others get.
 * @param siteUrl the public address, without a trailing slash.
 */
export function colouredPages(
  renderPage: RenderPage,
  findPage: (request: PageRequest) => Promise<Page>,
  siteUrl: string,
): RenderPage {
  return async (request, version) => {
    const { edition, key } = requestedEdition(request);
    if (edition !== 'light' && edition !== 'dark') return renderPage(request, version);
    const plain = parsePageRequest(key);
    if (!plain || 'redirect' in plain) throw new Error(`Not the one form of an address: ${key}`);
    return colouredPage(await findPage(plain), plain, edition, siteUrl);
  };
}

async function colouredPage(
  page: Page,
  request: PageRequest,
  colours: Colours,
  siteUrl: string,
): Promise<Page> {
  const { status, headers, version } = page;
  if (status >= 500) return page;
  if (headers.location) {
    const location = inEdition(colours, headers.location);
    return { ...page, headers: { ...headers, location } };
  }
  const isPage = headers['content-type']?.startsWith('text/html');
  // Feeds and copies have no editions in colours: such a request is redirected to the plain address.
  if (!isPage || requestedEdition(request).edition !== 'page') {
    const { 'content-type': _type, 'content-disposition': _name, ...kept } = headers;
    const moved = { ...kept, location: request.key };
    return makePage({ status: 301, headers: moved, version, body: Buffer.alloc(0) });
  }
  const body = Buffer.from(inColours(page.plain.toString('utf8'), colours, { siteUrl, hasEditions }));
  return makePage({ status, headers, version, body });
}
