import { COLOURS } from '@/lib/settings/theme-colours';
import { type AddressedEdition, type EditionSite, withinEdition } from './edition-addresses';

/** The appearances that a reader can choose by address. */
export type Colours = Extract<AddressedEdition, 'light' | 'dark'>;

const OPENING = /<html\b/;
const THEME_COLOURS = /<meta name="theme-color"[^>]*>/g;
const SWITCHES = /<a\b(?=[^>]*\bdata-edition="(light|dark|page)")[^>]*>/g;
const CURRENT = / aria-current="true"/;
/** Links and forms, except links to other editions and the address that readers share. */
const LEADS = /<(?:a|form)\b(?![^>]*\b(?:data-edition|rel="bookmark"))[^>]*?\s(?:href|action)="([^"]*)"/g;

/**
 * Renders a page in light or dark, whatever the reader's device prefers: the stylesheet is the same, and the
 * root element selects the colours. Its links keep these colours.
 * @param html the page as readers get it.
 */
export function inColours(html: string, colours: Colours, site: EditionSite): string {
  let papers = 0;
  return html
    .replace(OPENING, `<html data-colours="${colours}"`)
    .replace(THEME_COLOURS, () =>
      papers++ === 0 ? `<meta name="theme-color" content="${COLOURS[colours].paper}">` : '',
    )
    .replace(LEADS, (tag, address: string) => {
      const led = withinEdition(colours, address, site);
      return led === address ? tag : `${tag.slice(0, -address.length - 1)}${led}"`;
    })
    .replace(SWITCHES, (link, edition: string) => {
      const bare = link.replace(CURRENT, '');
      return edition === colours ? bare.replace('<a', '<a aria-current="true"') : bare;
    });
}
