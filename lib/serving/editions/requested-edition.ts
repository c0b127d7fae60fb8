import type { PageRequest } from '../page-key';

/** The forms in which readers get a page: as it is, as text alone, or whole in one file. */
export type Edition = 'page' | 'text' | 'copy';

/** Which form of which page is asked for. */
export interface EditionRequest {
  edition: Edition;
  /** The page itself: what Next is asked for, percent-encoded, with its query. */
  key: string;
  /** The page's percent-decoded path. */
  path: string;
}

const TEXT = /^\/text(?=[/?]|$)/;
const COPY = /^(\/[^/?]+)\/copy\.html$/;

/** The page behind an address, and the form in which it is wanted. */
export function requestedEdition({ key, path }: Pick<PageRequest, 'key' | 'path'>): EditionRequest {
  if (TEXT.test(key)) return { edition: 'text', key: pageOf(key), path: pageOf(path) };
  const [, original] = COPY.exec(key) ?? [];
  if (original) return { edition: 'copy', key: original, path: path.replace(COPY, '$1') };
  return { edition: 'page', key, path };
}

/** The address of the page of which this is the text edition; other addresses stay. */
export function pageOf(address: string): string {
  const bare = address.replace(TEXT, '');
  return bare.startsWith('/') ? bare : `/${bare}`;
}

/** Where the text edition of a page is. @param address its path, with or without query. */
export function textAddress(address: string): string {
  return `/text${address.replace(/^\/(?=[?#]|$)/, '')}`;
}

/** Where `location` is in the edition in which somebody asked for another address. */
export function inEdition(edition: Edition, location: string): string {
  if (!location.startsWith('/') || location.startsWith('//')) return location;
  if (edition === 'text') return textAddress(location);
  return edition === 'copy' ? `${location}/copy.html` : location;
}
