import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { AnswerQuickly } from '@/lib/process/quick-answers';
import type { Sender } from './client-headers';
import { sendFailurePage } from './failure-page';
import { isForPeople, pageAboutFeed } from './feeds-for-people';
import type { Page } from './page';
import { type PageRequest, parsePageRequest, type RoutedPage } from './page-key';
import type { ReaderCache } from './reader-cache';
import type { RouteTable } from './route-table';
import { quickAnswer, sendPage } from './send-page';
import { asVariant, chosenType } from './variants';

interface Options {
  cache: ReaderCache;
  table: RouteTable;
  /** Headers of every answer; cached pages have them already. */
  headers: Record<string, string>;
  /** Returns the network that a request came from. */
  networkOf: (request: Sender) => string;
}

type Wanted = RoutedPage | { redirect: string };

/** Decoding an address in Khmer takes as long as everything else that an answer from the cache needs. */
const MOST_READ = 1000;

/** Answers requests of readers. */
export interface ReaderHandler {
  /** Answers with a cached page, or renders it and caches it. */
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Returns the same for a connection without request objects; null if it is no page. */
  quickly: AnswerQuickly;
}

/** Makes the handler of what readers see. */
export function readerHandler({ cache, table, headers, networkOf }: Options): ReaderHandler {
  const notFound: RoutedPage = {
    key: '/not-found',
    path: '/not-found',
    isUnbounded: true,
    route: table.find('/not-found'),
  };
  const read = new LRUCache<string, Wanted>({ max: MOST_READ });
  const readTarget = (target: string): Wanted => {
    const known = read.get(target);
    if (known) return known;
    const wanted = parsePageRequest(target, table) ?? notFound;
    read.set(target, wanted);
    return wanted;
  };
  return {
    answer: async (request, response) => {
      const wanted = readTarget(request.url ?? '/');
      if ('redirect' in wanted) {
        const { redirect: location } = wanted;
        response.writeHead(308, { ...headers, location, 'cache-control': 'public, max-age=0' }).end();
        return;
      }
      const variant = variantOf(wanted, request.headers);
      const asked = variant?.asked ?? wanted;
      const page = cache.peek(asked) ?? (await cache.find({ ...asked, client: networkOf(request) }));
      if (page.status >= 500) sendFailurePage(response, headers);
      else sendPage(request, response, inVariant(page, variant));
    },
    quickly: ({ target, headers: asking }, address) => {
      const wanted = readTarget(target);
      if ('redirect' in wanted) return null;
      const variant = variantOf(wanted, asking);
      const asked = variant?.asked ?? wanted;
      const toAnswer = (page: Page) =>
        page.status >= 500 ? null : quickAnswer(asking, inVariant(page, variant));
      const page = cache.peek(asked);
      if (page) return toAnswer(page);
      const client = networkOf({ headers: asking, socket: { remoteAddress: address } });
      return cache.find({ ...asked, client }).then(toAnswer);
    },
  };
}

function inVariant(page: Page, variant: Variant | null): Page {
  return variant ? asVariant(page, variant.vary, variant.isUsual) : page;
}

interface Variant {
  asked: PageRequest;
  /** The request header that selects the variant. */
  vary: string;
  isUsual: boolean;
}

/** Returns which of the answers at an address is requested; null where there is only one. */
function variantOf(wanted: RoutedPage, headers: IncomingHttpHeaders): Variant | null {
  const { handler, accept } = wanted.route;
  if (handler === 'feed') {
    const isPage = isForPeople(headers);
    return { asked: isPage ? pageAboutFeed(wanted) : wanted, vary: 'Sec-Fetch-Dest', isUsual: !isPage };
  }
  if (!accept) return null;
  const type = chosenType(headers.accept, accept);
  const isUsual = type === accept[0];
  return { asked: isUsual ? wanted : { ...wanted, type }, vary: 'Accept', isUsual };
}
