import type { IncomingHttpHeaders } from 'node:http';
import type { PageRequest } from './page-key';

const ABOUT = '/feeds/about';

/**
 * Whether a person opened the address of a feed and gets a page about it. Only a browser that shows
 * what it gets says `Sec-Fetch-Dest: document`: feed readers, which often accept HTML too, never do.
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header
 */
export function isForPeople(headers: IncomingHttpHeaders): boolean {
  return headers['sec-fetch-dest'] === 'document';
}

/** The page that tells people of a feed. */
export function pageAboutFeed({ key, path, isEndless }: PageRequest): PageRequest {
  return { key: ABOUT + key, path: ABOUT + path, isEndless };
}
