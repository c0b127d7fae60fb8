import { isDivider } from './dividers';
import { isBlank, isBlock, isElement, isText, wordsOf, wrapContent } from './elements';
import { withLineLists } from './line-lists';
import { inlineOf } from './plain-inline';
import { plainList } from './plain-list';
import { isLayout, plainTable } from './plain-table';
import type { Removed } from './report';

const NOTE = 'sup[data-footnote]';

/** Inline elements that apply to everything inside them, including whole paragraphs. */
const PUSHED_DOWN = new Set(['b', 'strong', 'i', 'em', 's', 'strike', 'del', 'a', 'sup', 'code']);

/**
 * Returns the content of an element as plain blocks: known elements with known attributes only, words in
 * paragraphs, nothing empty. Everything else is left out because it is never built.
 */
export function plainBlocks(parent: HTMLElement, removed: Removed): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  let line: Node[] = [];
  const flush = () => {
    blocks.push(...paragraphsOf(line, parent.ownerDocument));
    line = [];
  };
  for (const child of [...parent.childNodes]) {
    if (isElement(child) && (isBlock(child) || child.querySelector('figure') || holdsBlock(child))) {
      flush();
      blocks.push(...blockOf(child, removed));
    } else line.push(...inlineOf(child));
  }
  flush();
  return withLineLists(parent.closest(NO_DIVIDERS) ? blocks : blocks.map(orDivider));
}

/** Elements in which a row of dashes means that there is nothing. */
const NO_DIVIDERS = 'td, th, li';

/** Returns a divider in place of a paragraph that is only stars or dashes. */
function orDivider(block: HTMLElement): HTMLElement {
  const isOne = block.localName === 'p' && block.children.length === 0 && isDivider(block.textContent ?? '');
  return isOne ? block.ownerDocument.createElement('hr') : block;
}

/** Whether an element contains blocks. */
export function holdsBlock(element: HTMLElement): boolean {
  return [...element.children].some((child) => isBlock(child) || holdsBlock(child as HTMLElement));
}

function blockOf(element: HTMLElement, removed: Removed): HTMLElement[] {
  const { localName: name, ownerDocument: document } = element;
  if (PUSHED_DOWN.has(name)) pushDown(element);
  if (name === 'hr') return [document.createElement('hr')];
  if (name === 'figure' && element.hasAttribute('data-media-id')) return [pictureMark(element)];
  if (element.hasAttribute('data-url')) return [card(element)];
  if (name === 'pre') return preformatted(element);
  if (name === 'ul' || name === 'ol') return plainList(element, (item) => plainBlocks(item, removed));
  if (name === 'table') return isLayout(element) ? cells(element, removed) : table(element, removed);
  if ((name === 'h2' || name === 'h3') && !holdsBlock(element)) return heading(element, removed);
  const blocks = plainBlocks(element, removed);
  if (name === 'blockquote') return quote(element, blocks);
  if (name === 'aside' && element.hasAttribute('data-kind')) return holder(document, 'aside', blocks);
  if (name === 'dt' || name === 'summary') for (const block of blocks) wrapContent(block, 'strong');
  if (name === 'p' && blocks.length === 0) removed.emptyParagraphs += 1;
  return blocks;
}

/** The formatting that each block was given, so that nested formatting is not given again at every level. */
const given = new WeakMap<Element, Set<string>>();

/** Moves formatting such as bold from around paragraphs into each of them. */
function pushDown(element: HTMLElement): void {
  for (const inner of element.querySelectorAll<HTMLElement>('*')) {
    if (!isBlock(inner) || holdsBlock(inner) || isBlank(inner.textContent)) continue;
    const names = given.get(inner) ?? new Set();
    if (names.has(element.localName)) continue;
    given.set(inner, names.add(element.localName));
    wrapContent(inner, element.localName);
    const href = element.getAttribute('href');
    if (href) inner.firstElementChild?.setAttribute('href', href);
  }
}

/** Splits a line into paragraphs: two breaks in a row separate paragraphs, one is a line break. */
function paragraphsOf(line: Node[], document: Document): HTMLElement[] {
  const paragraphs: HTMLElement[] = [];
  let open = document.createElement('p');
  let isFilled = false;
  const close = () => {
    while (open.lastChild && (isBreak(open.lastChild) || isEmptyText(open.lastChild)))
      open.lastChild.remove();
    if (isFilled) paragraphs.push(open);
    open = document.createElement('p');
    isFilled = false;
  };
  const isBeforeBreak = beforeBreaks(line);
  for (const [index, node] of line.entries()) {
    if (isBreak(node) && !isFilled) continue;
    if (isBreak(node) && isBeforeBreak[index]) {
      close();
      continue;
    }
    open.append(node);
    isFilled ||= isContent(node);
  }
  close();
  return paragraphs;
}

/** Returns for each node of a line whether the next one is a break, apart from empty texts. */
function beforeBreaks(line: Node[]): boolean[] {
  let isNextBreak = false;
  return line
    .toReversed()
    .map((node) => {
      const isBefore = isNextBreak;
      if (!isEmptyText(node)) isNextBreak = isBreak(node);
      return isBefore;
    })
    .reverse();
}

function isBreak(node: Node): boolean {
  return isElement(node) && node.localName === 'br';
}

function isEmptyText(node: Node): boolean {
  return isText(node) && isBlank(node.nodeValue);
}

function hasContent(element: HTMLElement): boolean {
  return !isBlank(element.textContent) || element.querySelector(NOTE) !== null;
}

function isContent(node: Node): boolean {
  return isElement(node) ? node.matches(NOTE) || hasContent(node) : !isBlank(node.textContent);
}

function heading(element: HTMLElement, removed: Removed): HTMLElement[] {
  const plain = element.ownerDocument.createElement(element.localName);
  for (const child of element.childNodes) plain.append(...inlineOf(child));
  for (const br of plain.querySelectorAll('br')) br.replaceWith(' ');
  if (hasContent(plain)) return [plain];
  removed.emptyParagraphs += 1;
  return [];
}

function pictureMark(element: HTMLElement): HTMLElement {
  const mark = element.ownerDocument.createElement('figure');
  mark.setAttribute('data-media-id', element.getAttribute('data-media-id') ?? '');
  return mark;
}

/** Builds a card for an external page from what `cards.ts` left. */
function card(element: HTMLElement): HTMLElement {
  const plain = element.ownerDocument.createElement('div');
  for (const name of ['url', 'kind', 'title', 'text', 'site']) {
    const value = element.getAttribute(`data-${name}`);
    if (value) plain.setAttribute(`data-${name}`, value);
  }
  return plain;
}

function preformatted(element: HTMLElement): HTMLElement[] {
  const pre = element.ownerDocument.createElement('pre');
  const code = element.ownerDocument.createElement('code');
  const inner = element.querySelector('code');
  const language = /\b(?:language|lang|brush:)-?\s*([\w+#-]+)/.exec(
    `${element.className} ${inner?.className ?? ''}`,
  )?.[1];
  if (language) code.className = `language-${language}`;
  for (const br of element.querySelectorAll('br')) br.replaceWith('\n');
  code.textContent = (element.textContent ?? '').replace(/^\n/, '').trimEnd();
  pre.append(code);
  return code.textContent ? [pre] : [];
}

function quote(element: HTMLElement, blocks: HTMLElement[]): HTMLElement[] {
  const [plain] = holder(element.ownerDocument, 'blockquote', blocks);
  if (!plain) return [];
  if (/(^|\s)pull-?quote(\s|$)/i.test(element.className)) {
    plain.className = 'pull-quote';
    plain.textContent = blocks.map(wordsOf).join(' ');
  }
  return [plain];
}

function holder(document: Document, name: string, blocks: HTMLElement[]): HTMLElement[] {
  if (blocks.length === 0) return [];
  const plain = document.createElement(name);
  if (name === 'aside') plain.setAttribute('data-kind', 'note');
  plain.append(...blocks);
  return [plain];
}

function cells(element: HTMLElement, removed: Removed): HTMLElement[] {
  const all = [...element.querySelectorAll<HTMLElement>('td, th, caption')];
  return all
    .filter((cell) => cell.closest('table') === element)
    .flatMap((cell) => plainBlocks(cell, removed));
}

function table(element: HTMLElement, removed: Removed): HTMLElement[] {
  const caption = element.querySelector<HTMLElement>('caption');
  const before = caption ? plainBlocks(caption, removed) : [];
  return [...before, plainTable(element, (cell) => plainBlocks(cell, removed))];
}
