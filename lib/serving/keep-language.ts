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
  const bare = html.replace(OPENING, (tag) => tag.replace(HOME, ''));
  return keepLanguageInPart(bare, home, table).replace(LINKS_AND_FORMS, (tag) => {
    const other = SWITCHES.test(tag) ? HOME.exec(tag)?.[1] : undefined;
    if (other === undefined) return tag;
    const link = tag.replace(HOME, '');
    if (here === undefined) return link;
    const address = escapeHtml(homed(other, firstPage(here)));
    return link.replace(ADDRESS, (_attribute, name: string) => `${name}${address}"`);
  });
}

/** The same for a part of a page that has no switch of languages. @param home the front page of its language. */
export function keepLanguageInPart(html: string, home: string, table: RouteTable): string {
  if (home === '/') return html;
  return html.replace(LINKS_AND_FORMS, (tag) =>
    SWITCHES.test(tag) ? tag : tag.replace(ADDRESS, inLanguage(home, table)),
  );
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
