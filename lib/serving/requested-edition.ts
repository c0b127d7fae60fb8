import { COPY, type Edition } from '../formats/editions/edition-addresses';
import type { EditionName } from './route';
import { routes } from './routes';

/** Which form of which page is asked for. */
export interface EditionRequest {
  edition: Edition;
  /** The page itself: what Next is asked for, percent-encoded, with its query. */
  key: string;
  /** The page's percent-decoded path. */
  path: string;
}

/** The page behind an address, and the form in which it is wanted. */
export function requestedEdition({ key, path }: { key: string; path: string }): EditionRequest {
  const { edition } = routes.find(path);
  if (!edition) return { edition: 'page', key, path };
  return { edition, key: originalOf(edition, key), path: originalOf(edition, path) };
}

/** The path of the page of which this is an edition; other paths stay. @param path percent-decoded. */
export function pageOf(path: string): string {
  const { edition } = routes.find(path);
  return edition && edition !== 'copy' ? originalOf(edition, path) : path;
}

/** The address of which this is that of an edition. */
function originalOf(edition: EditionName, address: string): string {
  if (edition === 'copy') return address.slice(0, -COPY.length);
  const original = address.slice(`/${edition}`.length);
  return original.startsWith('/') ? original : `/${original}`;
}

/** Whether a page is at a path; what no row names may be the former address of one. */
export function hasEditions(path: string): boolean {
  const { room } = routes.find(path);
  return room === 'page' || room === 'none';
}
