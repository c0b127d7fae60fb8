import { PAPER } from '@/lib/settings/paper';
import { type AddressedEdition, type EditionSite, withinEdition } from './edition-addresses';

/** The colours that a reader can choose. */
export type Colours = Extract<AddressedEdition, 'light' | 'dark'>;

const OPENING = /<html\b/;
const THEME_COLOURS = /<meta name="theme-color"[^>]*>/g;
const SWITCHES = /<a\b(?=[^>]*\bdata-edition="(light|dark|page)")[^>]*>/g;
const CURRENT = / aria-current="true"/;
/** Links and forms; those to other editions and the address that readers pass on stay as they are. */
const LEADS = /<(?:a|form)\b(?![^>]*\b(?:data-edition|rel="bookmark"))[^>]*?\s(?:href|action)="([^"]*)"/g;

/**
 * A page in light or dark, whatever the reader's device prefers: the stylesheet is the same, and the
 * root says which of its colours hold. Its links lead on in these colours.
 * @param html the page as readers get it.
 */
export function inColours(html: string, colours: Colours, site: EditionSite): string {
  let papers = 0;
  return html
    .replace(OPENING, `<html data-colours="${colours}"`)
    .replace(THEME_COLOURS, () =>
      papers++ === 0 ? `<meta name="theme-color" content="${PAPER[colours]}">` : '',
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
