/** Editions whose addresses are the page's own behind their name: as text alone, or in colours of the reader's choice. */
export type AddressedEdition = 'text' | 'light' | 'dark';

/** The forms in which readers get a page: as it is, under an edition's name, or whole in one file. */
export type Edition = 'page' | 'copy' | AddressedEdition;

/** The site whose pages link to each other in an edition. */
export interface EditionSite {
  /** The public address, without a slash at its end. */
  siteUrl: string;
  /** Whether a path is of a page: files have no editions. */
  hasEditions: (path: string) => boolean;
}

/** How the address of every copy ends. */
export const COPY = '/copy.html';

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
