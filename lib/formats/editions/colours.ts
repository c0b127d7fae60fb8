import { COLOURS } from '@/lib/settings/theme-colours';
import { type AddressedEdition, type EditionSite, withinEdition } from './edition-addresses';

/** The appearances that a reader can choose by address. */
export type Colours = Extract<AddressedEdition, 'light' | 'dark'>;

const OPENING = /<html\b/;
const THEME_COLOURS = /<meta name="theme-color"[^<>]*>/g;
const LINKS = /<a\b[^<>]*>/g;
const SWITCHED = /\bdata-edition="(light|dark|page)"/;
const CURRENT = / aria-current="true"/;
const LINKS_AND_FORMS = /<(?:a|form)\b[^<>]*>/g;
/** Links to other editions, and the address that readers share. */
const KEEPS_ADDRESS = /\b(?:data-edition|rel="bookmark")/;
const ADDRESS = /(\s(?:href|action)=")([^"]*)"/;

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
    .replace(LINKS_AND_FORMS, (tag) => (KEEPS_ADDRESS.test(tag) ? tag : led(tag, colours, site)))
    .replace(LINKS, (link) => marked(link, colours));
}

function led(tag: string, colours: Colours, site: EditionSite): string {
  return tag.replace(
    ADDRESS,
    (_attribute, name: string, address: string) => `${name}${withinEdition(colours, address, site)}"`,
  );
}

/** Marks the switch to these colours as the current one. */
function marked(link: string, colours: Colours): string {
  const edition = SWITCHED.exec(link)?.[1];
  if (!edition) return link;
  const bare = link.replace(CURRENT, '');
  return edition === colours ? bare.replace('<a', '<a aria-current="true"') : bare;
}
