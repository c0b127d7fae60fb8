import { escapeHtml } from '@/lib/document/escape';
import { writtenHtml } from '@/lib/document/written-html';
import { type EditionSite, withinEdition } from './edition-addresses';
import {
  elementsOf,
  linkToRecordings,
  type PageDocument,
  type PageElement,
  type ReaderHtml,
  styleHash,
  wordsAt,
} from './page-document';
import { TEXT_STYLE } from './text-style';

/** What the text edition of a page leaves out, including lines that only link to other editions. */
const LEFT_OUT =
  'script,style,link,meta,svg,source,[data-part="skip-link"],[data-part="masthead-search"],[data-part="share"],[data-part="colour-switch"],[data-edition]';
/** Attributes that have a meaning without our stylesheets and without scripts. */
const KEPT_ATTRIBUTES = new Set(
  'id lang dir href hreflang rel datetime for type name value action method maxlength placeholder scope colspan rowspan start role tabindex aria-label aria-labelledby aria-current title'.split(
    ' ',
  ),
);
/** Elements that only styles separate visually, so that characters must separate them. */
const SIDE_BY_SIDE = 'nav,[data-part="meta"]';

/**
 * Builds the text edition of a page: its text, links and forms, with a description in place of each picture,
 * in the reader's own fonts. It requests nothing else, and its links point to text editions.
 * @param page the page as readers get it, which becomes its text edition.
 * @param key its address, with its query.
 */
export function textEdition(page: PageDocument, key: string, site: EditionSite): ReaderHtml {
  const head = headOf(page, site.siteUrl + key);
  linkToRecordings(page);
  // Before items are separated: these elements are parts of words.
  for (const words of elementsOf(page, '.khmer')) words.replaceWith(...words.childNodes);
  describePictures(page);
  for (const element of elementsOf(page, LEFT_OUT)) element.remove();
  showCopies(page);
  for (const element of elementsOf(page, SIDE_BY_SIDE)) partChildren(page, element);
  for (const link of elementsOf(page, 'a[href]')) leadToText(link, 'href', site);
  for (const form of elementsOf(page, 'form[action]')) leadToText(form, 'action', site);
  for (const element of elementsOf(page, 'body *')) bareElement(element);
  const lang = page.documentElement.getAttribute('lang') ?? '';
  const words = wordsAt(page.body);
  const full = `<nav aria-label="${escapeHtml(words.textEdition)}"><a href="${escapeHtml(key)}">${escapeHtml(words.fullPage)}</a></nav>`;
  const body = writtenHtml(page.body).trim();
  return {
    html: `<!DOCTYPE html><html lang="${escapeHtml(lang)}"><head>${head}</head><body>${full}${body}</body></html>`,
    policy: POLICY,
  };
}

const POLICY = [
  "default-src 'none'",
  `style-src ${styleHash(TEXT_STYLE)}`,
  'img-src data:',
  // Auditing tools fetch robots.txt in the name of the page.
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function headOf(page: PageDocument, fallback: string): string {
  const title = escapeHtml(page.title);
  const description = page.querySelector('meta[name=description]')?.getAttribute('content');
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? fallback;
  return [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${title}</title><meta name="robots" content="noindex">`,
    description ? `<meta name="description" content="${escapeHtml(description)}">` : '',
    `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    // Without an icon, browsers request one.
    `<link rel="icon" href="data:,"><style>${TEXT_STYLE}</style>`,
  ].join('');
}

/** Replaces each picture with its description; one that adds nothing is removed. */
function describePictures(page: PageDocument) {
  for (const image of elementsOf(page, 'img')) {
    const alt = image.getAttribute('alt')?.trim();
    const words = wordsAt(image);
    const place = image.closest('picture') ?? image;
    if (!alt) {
      place.remove();
      continue;
    }
    // The logo says the name of the publication, as the text that is there without one.
    if (image.getAttribute('data-part') === 'logo') {
      place.replaceWith(page.createTextNode(alt));
      continue;
    }
    const description = page.createElement('p');
    description.textContent = `[${words.picture}: ${alt}]`;
    place.replaceWith(description);
  }
}

/** Shows text that is there to be copied as text, instead of a field. */
function showCopies(page: PageDocument) {
  for (const field of elementsOf(page, 'textarea')) {
    const text = page.createElement('pre');
    // Our parser leaves what is in such a field as it is written, with every `<` escaped.
    text.innerHTML = field.textContent ?? '';
    field.replaceWith(text);
  }
}

/** Puts a dot between items that only a stylesheet separated. */
function partChildren(page: PageDocument, parent: PageElement) {
  const children = [...parent.children];
  if (!children.every(({ localName }) => /^(?:a|span|time)$/.test(localName))) return;
  for (const child of children.slice(1)) child.before(page.createTextNode(' · '));
}

function leadToText(element: PageElement, name: 'href' | 'action', site: EditionSite) {
  element.setAttribute(name, withinEdition('text', element.getAttribute(name) ?? '', site));
}

/** Removes what only styles used: attributes, and elements without a meaning. */
function bareElement(element: PageElement) {
  const isNumber = element.classList.contains('number');
  for (const name of element.getAttributeNames())
    if (!KEPT_ATTRIBUTES.has(name)) element.removeAttribute(name);
  if (isNumber) element.setAttribute('class', 'number');
  const isBox =
    element.localName === 'div' || element.localName === 'span' || element.localName === 'picture';
  if (isBox && element.getAttributeNames().length === 0) element.replaceWith(...element.childNodes);
}
