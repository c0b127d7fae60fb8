import type { EditionName } from '@/lib/serving/route';
import { routes } from '@/lib/serving/routes';

/** Editions whose addresses are the page's own behind their name: as text alone, or in colours of the reader's choice. */
export type AddressedEdition = Exclude<EditionName, 'copy'>;

/** The forms in which readers get a page: as it is, under an edition's name, or whole in one file. */
export type Edition = 'page' | EditionName;

/** Which form of which page is asked for. */
export interface EditionRequest {
  edition: Edition;
  /** The page itself: what Next is asked for, percent-encoded, with its query. */
  key: string;
  /** The page's percent-decoded path. */
  path: string;
}

const COPY = '/copy.html';

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

/** Where an edition of a page is. @param address the page's path, with or without query. */
export function editionAddress(edition: AddressedEdition, address: string): string {
  return `/${edition}${address.replace(/^\/(?=[?#]|$)/, '')}`;
}

/** Where `location` is in the edition in which somebody asked for another address. */
export function inEdition(edition: Edition, location: string): string {
  if (edition === 'page' || !location.startsWith('/') || location.startsWith('//')) return location;
  return edition === 'copy' ? location + COPY : editionAddress(edition, location);
}

/**
 * Where a link or a form on a page leads in an edition, so that readers stay in it; as it is when it
 * leads elsewhere, to a file, or within the page.
 * @param siteUrl the public address, without a slash at its end.
 */
export function ledOn(edition: AddressedEdition, address: string, siteUrl: string): string {
  if (address.startsWith('#') || !URL.canParse(address, `${siteUrl}/`)) return address;
  const { origin, pathname, search, hash } = new URL(address, `${siteUrl}/`);
  const { room } = routes.find(pathname);
  // Files have no editions; what has no page may be the former address of one.
  if (origin !== new URL(siteUrl).origin || (room !== 'page' && room !== 'none')) return address;
  return editionAddress(edition, pathname + search + hash);
}
