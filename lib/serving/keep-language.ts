import { firstPagePath } from '@/lib/addresses';
import { escapeHtml } from '@/lib/document/escape';
import { plainAddress } from './page-language';
import type { RouteTable } from './route-table';

const OPENING = /<html\b[^<>]*>/;
const LINKS_AND_FORMS = /<(?:a|form)\b[^<>]*>/g;
/** The front page in a language, as `SiteDocument` and `LanguageLinks` write it: `/` or `/km`. */
const HOME = /\sdata-home="(\/[^"]*)"/;
/** A link that leads to another language on purpose. React writes its name with a capital letter. */
const SWITCHES = /\shreflang="/i;
const ADDRESS = /(\s(?:href|action)=")(\/[^"]*)"/;

/**
 * Leads the links and forms of a page to the pages in its own language, and its switch of languages to the same
 * page in the others. Only the serving layer knows the address of every page; components, posts and the menu
 * name plain addresses.
 * @param html a page with the front page of its language in `data-home`, which is removed.
 * @param key the address of the page, with its query.
 */
export function keepLanguage(html: string, key: string, table: RouteTable): string {
  const home = HOME.exec(OPENING.exec(html)?.[0] ?? '')?.[1] ?? '/';
  const here = plainAddress(table, key)?.plain;
  return html
    .replace(OPENING, (tag) => tag.replace(HOME, ''))
    .replace(LINKS_AND_FORMS, (tag) => {
      if (!SWITCHES.test(tag)) return home === '/' ? tag : tag.replace(ADDRESS, inLanguage(home, table));
      const other = HOME.exec(tag)?.[1];
      if (other === undefined) return tag;
      const bare = tag.replace(HOME, '');
      if (here === undefined) return bare;
      const address = escapeHtml(homed(other, firstPage(here)));
      return bare.replace(ADDRESS, (_attribute, name: string) => `${name}${address}"`);
    });
}

/** Returns the replacer of an address by the one in the language whose front page is given. */
function inLanguage(home: string, table: RouteTable) {
  return (attribute: string, name: string, address: string) => {
    const place = plainAddress(table, address);
    return place?.language === null ? `${name}${homed(home, address)}"` : attribute;
  };
}

function homed(home: string, plain: string): string {
  if (home === '/') return plain;
  return home + plain.replace(/^\/(?=[?#]|$)/, '');
}

/** A list has other pages in another language. */
function firstPage(address: string): string {
  const [path = '', query] = address.split('?', 2);
  return firstPagePath(path) + (query === undefined ? '' : `?${query}`);
}
