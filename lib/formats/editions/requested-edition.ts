/** Editions whose addresses are the page's own behind their name: as text alone, or in colours of the reader's choice. */
export type AddressedEdition = 'text' | 'light' | 'dark';

/** The forms in which readers get a page: as it is, under an edition's name, or whole in one file. */
export type Edition = 'page' | 'copy' | AddressedEdition;

/** Which form of which page is asked for. */
export interface EditionRequest {
  edition: Edition;
  /** The page itself: what Next is asked for, percent-encoded, with its query. */
  key: string;
  /** The page's percent-decoded path. */
  path: string;
}

/** One edition and no more: an edition of an edition is no page, or there would be endlessly many. */
const NAMED = /^\/(text|light|dark)(?=[/?]|$)(?!\/(?:text|light|dark)(?:[/?]|$))/;
const COPY = /^(\/[^/?]+)\/copy\.html$/;
/** Addresses that are files or an edition already, and are in no other. */
const NOT_IN_EDITIONS =
  /^\/(?:media|admin|_next|text|light|dark)(?:\/|$)|\.(?:xml|json|txt|html|webmanifest|svg|png|ico)$/;

/** The page behind an address, and the form in which it is wanted. */
export function requestedEdition({ key, path }: Omit<EditionRequest, 'edition'>): EditionRequest {
  const [, name] = NAMED.exec(key) ?? [];
  if (name) return { edition: name as AddressedEdition, key: pageOf(key), path: pageOf(path) };
  const [, original] = COPY.exec(key) ?? [];
  if (original) return { edition: 'copy', key: original, path: path.replace(COPY, '$1') };
  return { edition: 'page', key, path };
}

/** Whether a path is that of an edition. */
export function isInEdition(path: string): boolean {
  return NAMED.test(path);
}

/** The address of the page of which this is an edition; other addresses stay. */
export function pageOf(address: string): string {
  const bare = address.replace(NAMED, '');
  return bare.startsWith('/') ? bare : `/${bare}`;
}

/** Where an edition of a page is. @param address the page's path, with or without query. */
export function editionAddress(edition: AddressedEdition, address: string): string {
  return `/${edition}${address.replace(/^\/(?=[?#]|$)/, '')}`;
}

/** Where `location` is in the edition in which somebody asked for another address. */
export function inEdition(edition: Edition, location: string): string {
  if (edition === 'page' || !location.startsWith('/') || location.startsWith('//')) return location;
  return edition === 'copy' ? `${location}/copy.html` : editionAddress(edition, location);
}

/**
 * Where a link or a form on a page leads in an edition, so that readers stay in it; as it is when it
 * leads elsewhere, to a file, or within the page.
 * @param siteUrl the public address, without a slash at its end.
 */
export function ledOn(edition: AddressedEdition, address: string, siteUrl: string): string {
  if (address.startsWith('#') || !URL.canParse(address, `${siteUrl}/`)) return address;
  const { origin, pathname, search, hash } = new URL(address, `${siteUrl}/`);
  if (origin !== new URL(siteUrl).origin || NOT_IN_EDITIONS.test(pathname)) return address;
  return editionAddress(edition, pathname + search + hash);
}
