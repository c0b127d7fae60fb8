import type { IncomingHttpHeaders } from 'node:http';
import { aboutFeedPath } from '@/lib/addresses';
import type { PageRequest } from './page-key';

/**
 * Checks whether a person opened the address of a feed and should get a page about it. Only a browser that
 * displays the answer sends `Sec-Fetch-Dest: document`: feed readers, which often accept HTML too, never do.
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header
 */
export function isForPeople(headers: IncomingHttpHeaders): boolean {
  return headers['sec-fetch-dest'] === 'document';
}

/** Returns the page that explains a feed to people. */
export function pageAboutFeed({ key, path, isUnbounded }: PageRequest): PageRequest {
  return { key: aboutFeedPath(key), path: aboutFeedPath(path), isUnbounded };
}
