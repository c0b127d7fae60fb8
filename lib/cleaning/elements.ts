/** Block elements: they separate the words before them from the words after them. */
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

/** Whether a node is a block element. */
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

/** Replaces an element with one of another name, with the same content and no attributes. */
export function renamed(element: Element, name: string): HTMLElement {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

/** Replaces an element with its content. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Wraps the content of an element in a new child element. */
export function wrapContent(element: Element, name: string): void {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/**
 * Returns the style of an element in lower case, without Word's own properties: `mso-bidi-font-weight` says
 * nothing about the weight.
 */
export function plainStyle(element: Element): string {
  return declarationsOf(element)
    .filter((declaration) => !declaration.startsWith('mso-'))
    .join(';');
}

/** Returns what the style of an element declares, each as `name:value` in lower case. */
export function declarationsOf(element: Element): string[] {
  return (element.getAttribute('style') ?? '')
    .toLowerCase()
    .split(';')
    .map((declaration) => declaration.trim());
}

/** Returns the style of an element as written, in lower case and without spaces after colons. */
export function rawStyle(element: Element): string {
  return (element.getAttribute('style') ?? '')
    .toLowerCase()
    .split(':')
    .map((part) => part.trim())
    .join(':');
}

/** Returns the text of a node on one line. */
export function wordsOf(node: Node): string {
  return (node.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
}

/** Whether a text shows nothing: only spaces of any width and characters that only break or join words. */
export function isBlank(text: string | null): boolean {
  return /^[\s\u00a0\u00ad\u200b-\u200d\u2060\ufeff]*$/.test(text ?? '');
}
