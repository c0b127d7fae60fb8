const WORD_LIST = 'p[class*="MsoListParagraph"], p[style*="mso-list"]';
const NUMBERED = /^\s*(\(?\d+[.)]|[a-z][.)]|[ivx]+[.)])/i;

/**
 * Makes pasted markup say by its elements what Word and Google Docs say by styles: lists, bold,
 * italic, headings one level down. Works on the given root in place; styles are dropped afterwards.
 */
export function tidyPasted(root: HTMLElement): void {
  unwrapGoogle(root);
  styleToElements(root);
  wordLists(root);
  lowerHeadings(root);
  for (const image of root.querySelectorAll('img')) image.remove();
  for (const link of root.querySelectorAll('a[href]')) cleanLink(link);
  if (!root.querySelector('[data-pm-slice]')) plainSpaces(root);
}

/** Where a number, a dash or a French mark holds on to its neighbour, the space between must not break. */
const STRAY_NO_BREAK = /(?<![\d«–—])\u00a0(?![\d:;?!»%–—])/g;

/** Pages and word processors strew no-break spaces among words, and lines then break in odd places. */
function plainSpaces(node: Node): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) child.nodeValue = (child.nodeValue ?? '').replace(STRAY_NO_BREAK, ' ');
    else plainSpaces(child);
  }
}

/** The parameters by which mailings and networks follow readers. */
const TRACKER =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_eid|mc_cid|igshid|_hsenc|_hsmi|yclid|twclid|ref_src)$/i;

/** An address without its trackers, and without Google's redirect around it. */
export function withoutTrackers(href: string): string {
  if (!URL.canParse(href)) return href;
  const url = new URL(href);
  const target = url.searchParams.get('q');
  const isRedirect = /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url';
  if (isRedirect && target) return withoutTrackers(target);
  const trackers = [...url.searchParams.keys()].filter((name) => TRACKER.test(name));
  if (trackers.length === 0) return href;
  for (const name of trackers) url.searchParams.delete(name);
  return url.href;
}

function cleanLink(link: Element): void {
  link.setAttribute('href', withoutTrackers(link.getAttribute('href') ?? ''));
}

/** Google wraps the whole paste in a bold element that is not bold. */
function unwrapGoogle(root: HTMLElement): void {
  for (const wrapper of root.querySelectorAll<HTMLElement>('b[id^="docs-internal-guid"], b')) {
    if (/font-weight:\s*normal/.test(plainStyle(wrapper))) wrapper.replaceWith(...wrapper.childNodes);
  }
}

function styleToElements(root: HTMLElement): void {
  for (const span of root.querySelectorAll<HTMLElement>('span[style]')) {
    const style = plainStyle(span);
    if (/font-weight:\s*(bold|[6-9]00)/.test(style)) wrapContent(span, 'strong');
    if (/font-style:\s*italic/.test(style)) wrapContent(span, 'em');
    if (/vertical-align:\s*super/.test(style)) wrapContent(span, 'sup');
  }
}

/** Word writes its own properties, such as mso-bidi-font-weight, beside the real ones. */
function plainStyle(element: Element): string {
  return (element.getAttribute('style') ?? '').replace(/mso-[a-z-]+:[^;]*;?/gi, '').toLowerCase();
}

function wrapContent(element: HTMLElement, name: string): void {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/** Word's lists are paragraphs that begin with a bullet or number in a span of its own. */
function wordLists(root: HTMLElement): void {
  for (const paragraph of root.querySelectorAll<HTMLElement>(WORD_LIST)) {
    const marker = takeMarker(paragraph);
    const name = NUMBERED.test(marker) ? 'ol' : 'ul';
    const item = paragraph.ownerDocument.createElement('li');
    item.append(...paragraph.childNodes);
    const before = paragraph.previousElementSibling;
    if (before?.hasAttribute('data-word-list') && before.localName === name) {
      before.append(item);
      paragraph.remove();
      continue;
    }
    const list = paragraph.ownerDocument.createElement(name);
    list.setAttribute('data-word-list', '');
    list.append(item);
    paragraph.replaceWith(list);
  }
}

function takeMarker(paragraph: HTMLElement): string {
  const marked = [...paragraph.querySelectorAll<HTMLElement>('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  );
  if (!marked) return '';
  const marker = marked.textContent ?? '';
  marked.remove();
  return marker;
}

/** The headline is the page's first heading; within the text there are two more levels. */
function lowerHeadings(root: HTMLElement): void {
  for (const heading of root.querySelectorAll('h1, h4, h5, h6')) {
    const lowered = heading.ownerDocument.createElement(heading.localName === 'h1' ? 'h2' : 'h3');
    lowered.append(...heading.childNodes);
    heading.replaceWith(lowered);
  }
}
