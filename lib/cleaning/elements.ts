/** Elements that stand as blocks of their own and part the words before them from those after. */
const BLOCKS = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'caption',
    'center',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
  ],
  ...[
    'fieldset',
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
  ],
  ...[
    'li',
    'main',
    'nav',
    'ol',
    'p',
    'picture',
    'pre',
    'section',
    'summary',
    'table',
    'tbody',
    'td',
    'tfoot',
  ],
  ...['th', 'thead', 'tr', 'ul', 'html'],
]);

/** Whether a node is an element that stands as a block. */
export function isBlock(node: Node): boolean {
  return isElement(node) && BLOCKS.has(node.localName);
}

/** Whether a node is an element; `instanceof` would tie this code to one window. */
export function isElement(node: Node): node is HTMLElement {
  return node.nodeType === 1;
}

/** Whether a node is text. */
export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

/** The same content in an element of another name, without attributes. */
export function renamed(element: Element, name: string): HTMLElement {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

/** Leaves the content of an element where the element was. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Puts the content of an element into one more element within it. */
export function wrapContent(element: Element, name: string): void {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/**
 * The style of an element in lower case, without Word's own properties: `mso-bidi-font-weight` says
 * nothing of the weight.
 */
export function plainStyle(element: Element): string {
  return (element.getAttribute('style') ?? '').replace(/mso-[a-z-]+\s*:[^;]*;?/gi, '').toLowerCase();
}

/** The style of an element as it was written, in lower case and without spaces after colons. */
export function rawStyle(element: Element): string {
  return (element.getAttribute('style') ?? '').toLowerCase().replace(/\s*:\s*/g, ':');
}

/** The words of a node on one line. */
export function wordsOf(node: Node): string {
  return (node.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
}

/** Whether a text shows nothing: spaces of every width, and marks that only break or join words. */
export function isBlank(text: string | null): boolean {
  return /^[\s\u00a0\u00ad\u200b-\u200d\u2060\ufeff]*$/.test(text ?? '');
}
