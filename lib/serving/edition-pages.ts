import { sharedPool } from '@/lib/process/shared-pools';
import type { PoolLimits } from '@/lib/process/worker-pool';
import { inColours } from '../formats/editions/colours';
import { type AddressedEdition, inEdition } from '../formats/editions/edition-addresses';
import { makePage, type Page, plainOf } from './page';
import { type PageRequest, parsePageRequest } from './page-key';
import type { RenderPage } from './reader-cache';
import { hasEditions, requestedEdition } from './requested-edition';
import type { RouteTable } from './route-table';
import type { TextTask, WrittenText } from './text-edition-worker';

interface Options {
  /** Renders every other page. */
  renderPage: RenderPage;
  /** Returns the page that others get. */
  findPage: (request: PageRequest) => Promise<Page>;
  /** Runs work when its turn comes. */
  inTurn: <T>(work: () => Promise<T>, client?: string, isAwaited?: boolean) => Promise<T>;
  /** The public address, without a trailing slash. */
  siteUrl: string;
  table: RouteTable;
}

/** A text edition takes some ten milliseconds; they are made one at a time. */
const LIMITS: PoolLimits = { threads: 1, longestLine: 16, longestMs: 10_000, isPure: true, heapMiB: 96 };

/**
 * Makes the editions that have an address of their own, as text and in the reader's choice of colours, from the pages
 * that others get: they are not rendered and need no database query.
 */
export function editionPages(options: Options): RenderPage {
  const { renderPage, findPage, table } = options;
  return async (request, version) => {
    const { edition, key } = requestedEdition(table, request);
    if (edition === 'page' || edition === 'copy') return renderPage(request, version);
    const plain = parsePageRequest(key, table);
    if (!plain || 'redirect' in plain) throw new Error(`Not the one form of an address: ${key}`);
    // Only what follows waits for a turn: inside one, a page that is not cached would wait for itself.
    const { client, isAwaited } = request;
    const page = await findPage({ ...plain, client, isAwaited });
    return options.inTurn(() => editionOf(page, plain, edition, options), client, isAwaited);
  };
}

async function editionOf(
  page: Page,
  request: PageRequest,
  edition: AddressedEdition,
  { siteUrl, table }: Options,
): Promise<Page> {
  const { status, headers, version, fingerprint } = page;
  const isEndless = request.key.includes('?');
  if (status >= 500) return page;
  if (headers.location) {
    const location = inEdition(edition, headers.location);
    return { ...page, headers: { ...headers, location } };
  }
  const isPage = headers['content-type']?.startsWith('text/html');
  // Feeds and copies have no editions: such a request is redirected to the plain address.
  if (!isPage || requestedEdition(table, request).edition !== 'page') {
    const { 'content-type': _type, 'content-disposition': _name, ...kept } = headers;
    const moved = { ...kept, location: request.key };
    return makePage({ status: 301, headers: moved, version, fingerprint, body: Buffer.alloc(0) });
  }
  if (edition === 'text') {
    const { plain, gzip } = page;
    const { html, policy } = await writeInThread({ page: { plain, gzip }, key: request.key, siteUrl });
    const own = { ...headers, 'content-security-policy': policy };
    return makePage({ status, headers: own, version, fingerprint, isEndless, body: Buffer.from(html) });
  }
  const site = { siteUrl, hasEditions: (path: string) => hasEditions(table, path) };
  const body = Buffer.from(inColours(plainOf(page).toString('utf8'), edition, site));
  return makePage({ status, headers, version, fingerprint, isEndless, body });
}

function writeInThread(task: TextTask): Promise<WrittenText> {
  return sharedPool<(task: TextTask) => WrittenText>('text-edition', LIMITS).run(task);
}
