import { declarationsOf, isBlank, isElement, plainStyle, rawStyle, unwrap, wrapContent } from './elements';
import type { Removed } from './report';

/** Elements that never contain words of a text. */
const DROPPED = new Set([
  ...[
    'script',
    'style',
    'link',
    'meta',
    'title',
    'base',
    'xml',
    'noscript',
    'template',
    'object',
    'svg',
    'canvas',
  ],
  ...['audio', 'video', 'map', 'button', 'select', 'textarea', 'dialog', 'nav', 'frameset', 'head', 'math'],
]);

/** Removes comments, scripts, forms, hidden elements and tags that only Office knows. */
export function removeForeignMarkup(root: HTMLElement, removed: Removed): void {
  for (const child of [...root.childNodes]) {
    if (isElement(child)) dropFrom(child, removed);
    else if (child.nodeType !== 3) child.remove();
  }
}

function dropFrom(element: HTMLElement, removed: Removed): void {
  const name = element.localName;
  if (DROPPED.has(name) || (name === 'input' && element.getAttribute('type') !== 'checkbox')) {
    element.remove();
    return;
  }
  if (isHidden(element)) {
    removed.hidden += 1;
    element.remove();
    return;
  }
  removeForeignMarkup(element, removed);
  if (name.includes(':')) {
    if (!name.startsWith('o:')) removed.smartTags += 1;
    if (isBlank(element.textContent) && name === 'o:p') element.remove();
    else unwrap(element);
  }
}

const FOR_SCREEN_READERS =
  /(^|\s)(sr-only|visually-?hidden|screen-reader-text|u-screen-reader|EOP|noprint|mw-editsection)(\s|$)/i;

/** Whether the page or program did not show an element, or showed it only to machines. */
function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = rawStyle(element);
  if (/(^|;)\s*display:none/.test(style) || /mso-hide:all/.test(style)) return true;
  if (element.getAttribute('aria-hidden') === 'true' && !element.querySelector('img')) return true;
  return FOR_SCREEN_READERS.test(element.getAttribute('class') ?? '');
}

/** Unwraps the bold element that Google puts around the whole paste and that is not bold. */
export function unwrapGoogle(root: HTMLElement): void {
  for (const wrapper of root.querySelectorAll<HTMLElement>('b, strong')) {
    if (/font-weight:\s*(normal|400)/.test(plainStyle(wrapper))) unwrap(wrapper);
  }
}

/** Converts styles to elements: bold, italic, strikethrough, superscript and subscript. */
export function styleToElements(root: HTMLElement, removed: Removed): void {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.hasAttribute('style') || element.localName === 'font') removed.styles += 1;
    if (!['span', 'font', 'a'].includes(element.localName) || isBlank(element.textContent)) continue;
    const style = plainStyle(element);
    if (/font-weight:\s*(bold|[6-9]00)/.test(style)) wrapContent(element, 'strong');
    if (/font-style:\s*italic/.test(style)) wrapContent(element, 'em');
    if (isStruck(element)) wrapContent(element, 's');
    if (/vertical-align:\s*super/.test(style)) wrapContent(element, 'sup');
    if (/vertical-align:\s*sub(?!\w)/.test(style)) wrapContent(element, 'sub');
  }
}

function isStruck(element: Element): boolean {
  return declarationsOf(element).some(
    (declaration) =>
      /^text-decoration(?:-line)?\s*:/.test(declaration) && declaration.includes('line-through'),
  );
}
