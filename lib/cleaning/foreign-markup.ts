import { isBlank, isElement, plainStyle, rawStyle, unwrap, wrapContent } from './elements';
import type { Removed } from './report';

/** What never holds words of a text. */
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

/** Takes out comments, scripts, forms, what is hidden, and the tags that only Office knows. */
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

/** What the page or program did not show, or showed to nobody but machines. */
function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = rawStyle(element);
  if (/(^|;)\s*display:none/.test(style) || /mso-hide:all/.test(style)) return true;
  if (element.getAttribute('aria-hidden') === 'true' && !element.querySelector('img')) return true;
  return FOR_SCREEN_READERS.test(element.getAttribute('class') ?? '');
}

/** Google wraps the whole paste in a bold element that is not bold. */
export function unwrapGoogle(root: HTMLElement): void {
  for (const wrapper of root.querySelectorAll<HTMLElement>('b, strong')) {
    if (/font-weight:\s*(normal|400)/.test(plainStyle(wrapper))) unwrap(wrapper);
  }
}

/** Says by elements what programs say by styles: bold, italic, struck through, raised. */
export function styleToElements(root: HTMLElement, removed: Removed): void {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.hasAttribute('style') || element.localName === 'font') removed.styles += 1;
    if (!['span', 'font', 'a'].includes(element.localName) || isBlank(element.textContent)) continue;
    const style = plainStyle(element);
    if (/font-weight:\s*(bold|[6-9]00)/.test(style)) wrapContent(element, 'strong');
    if (/font-style:\s*italic/.test(style)) wrapContent(element, 'em');
    if (/text-decoration(-line)?:[^;]*line-through/.test(style)) wrapContent(element, 's');
    if (/vertical-align:\s*super/.test(style)) wrapContent(element, 'sup');
    if (/vertical-align:\s*sub(?!\w)/.test(style)) wrapContent(element, 'sub');
  }
}
