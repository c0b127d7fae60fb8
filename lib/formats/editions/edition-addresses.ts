/**
 * Editions whose address is their name followed by the page's own address: text only, or in the reader's
 * choice of colours.
 */
export type AddressedEdition = 'text' | 'light' | 'dark';

/** The forms in which readers get a page: unchanged, under an edition's name, or complete in one file. */
export type Edition = 'page' | 'copy' | AddressedEdition;

/** The site whose pages link to each other in an edition. */
export interface EditionSite {
  /** The public address, without a trailing slash. */
  siteUrl: string;
  /** Whether a path is that of a page: files have no editions. */
  hasEditions: (path: string) => boolean;
}

/** The ending of every copy's address. */
export const COPY = '/copy.html';

/** Returns the address of an edition of a page. @param address the page's path, with or without query. */
export function editionAddress(edition: AddressedEdition, address: string): string {
  return `/${edition}${address.replace(/^\/(?=[?#]|$)/, '')}`;
}

/** Returns `location` in the edition in which another address was requested. */
export function inEdition(edition: Edition, location: string): string {
  if (edition === 'page' || !location.startsWith('/') || location.startsWith('//')) return location;
  return edition === 'copy' ? location + COPY : editionAddress(edition, location);
}

/**
 * Returns the target of a link or form in an edition, so that readers stay in it; unchanged when it points to
 * another site, to a file, or within the page.
 */
export function withinEdition(
  edition: AddressedEdition,
  address: string,
  { siteUrl, hasEditions }: EditionSite,
): string {
  if (address.startsWith('#') || !URL.canParse(address, `${siteUrl}/`)) return address;
  const { origin, pathname, search, hash } = new URL(address, `${siteUrl}/`);
  if (origin !== new URL(siteUrl).origin || !hasEditions(pathname)) return address;
  return editionAddress(edition, pathname + search + hash);
}
