import { readHead } from './read-head';

/** What a page says about itself for link previews. */
export interface PageWords {
  title: string;
  text: string;
  site: string;
  /** The address of its picture, or null. */
  picture: string | null;
}

const LONGEST = { title: 500, text: 1000, site: 200 };

/**
 * Reads the link-preview metadata of a page. @param url the page's address, as the base of relative
 * addresses.
 */
export function readPage(html: string, url: string): PageWords {
  const { title, named } = readHead(html);
  const firstOf = (...names: string[]) => names.map((name) => named.get(name)).find(Boolean) ?? '';
  return {
    title: (firstOf('og:title', 'twitter:title') || title).slice(0, LONGEST.title),
    text: firstOf('og:description', 'twitter:description', 'description').slice(0, LONGEST.text),
    site: firstOf('og:site_name', 'application-name').slice(0, LONGEST.site),
    picture: webAddress(firstOf('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image'), url),
  };
}

function webAddress(address: string, base: string): string | null {
  if (!address || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
