import type { IncomingHttpHeaders } from 'node:http';
import { isInEdition } from '../formats/editions/requested-edition';
import type { Page } from './page';
import type { PageRequest } from './page-key';

const FEED_PATH = /\/(?:feed\.xml|atom\.xml|feed\.json)$/;
const ABOUT = '/feeds/about';

/** Whether a feed's address is answered with the feed, or with a page for a person who opened it. */
export type FeedForm = 'feed' | 'page';

/**
 * What a request for a feed gets; null for any other address, and in
 * an edition, which leads to the feed. Only a browser that shows what it
 * gets says `Sec-Fetch-Dest: document`: feed readers, which often accept HTML too, never do.
 * @param path percent-decoded.
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header
 */
export function formOfFeed(path: string, headers: IncomingHttpHeaders): FeedForm | null {
  if (!FEED_PATH.test(path) || path.startsWith(ABOUT) || isInEdition(path)) return null;
  return headers['sec-fetch-dest'] === 'document' ? 'page' : 'feed';
}

/** The page that tells people of a feed. */
export function pageAboutFeed({ key, path, isEndless }: PageRequest): PageRequest {
  return { key: ABOUT + key, path: ABOUT + path, isEndless };
}

/**
 * An answer at a feed's address, such that nobody between mistakes one form for the other. Some
 * edges ignore `Vary`, so only the feed may be kept there: a person may then see XML, but no feed
 * reader ever a page.
 */
export function inFormOfFeed(page: Page, form: FeedForm): Page {
  const vary = 'Sec-Fetch-Dest';
  if (form === 'feed') return { ...page, headers: { ...page.headers, vary } };
  const { 'cdn-cache-control': _edges, 'surrogate-key': _key, ...headers } = page.headers;
  return { ...page, headers: { ...headers, vary, 'cache-control': 'private, no-cache' } };
}
