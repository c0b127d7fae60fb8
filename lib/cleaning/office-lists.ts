import { isBlank, isElement, isText, rawStyle, renamed } from './elements';
import { type ListItem, listsOf } from './list-items';
import { numberOf } from './numerals';

const NUMBER = /^[([]?(\d+|[a-z]|[ivxlc]+|[\u17e0-\u17e9]+)[.)\]]/i;

/**
 * Converts Word's lists: paragraphs that name their list and level in a style and begin with a bullet or a
 * number in a separate span. Numbered headings keep their number as text.
 */
export function wordLists(root: HTMLElement): void {
  for (const heading of root.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')) keepNumber(heading);
  for (const first of root.querySelectorAll<HTMLElement>('p')) {
    if (!first.parentNode || !isListParagraph(first)) continue;
    const run = runFrom(first);
    const items: ListItem[] = [];
    for (const paragraph of run) addItem(items, paragraph);
    const place = root.ownerDocument.createElement('div');
    first.before(place);
    for (const paragraph of run) paragraph.remove();
    place.replaceWith(...listsOf(items, root.ownerDocument));
  }
}

/** Returns consecutive list paragraphs, including those that continue an item. */
function runFrom(first: HTMLElement): HTMLElement[] {
  const run: HTMLElement[] = [];
  for (let next: Node | null = first; next; next = next.nextSibling) {
    if (isText(next) ? isBlank(next.nodeValue) : next.nodeType !== 1) continue;
    if (!isElement(next) || !(isListParagraph(next) || isContinuation(next))) break;
    run.push(next);
  }
  return run;
}

function isListParagraph(element: HTMLElement): boolean {
  if (element.localName !== 'p') return false;
  return /mso-list:l\d/.test(rawStyle(element)) || markerOf(element) !== null;
}

/** Whether a paragraph has the layout of the item before it, but no bullet. */
function isContinuation(element: HTMLElement): boolean {
  return element.localName === 'p' && /^MsoListParagraphCxSp(Middle|Last)$/.test(element.className);
}

function addItem(items: ListItem[], paragraph: HTMLElement): void {
  const before = items.at(-1);
  if (before && !isListParagraph(paragraph)) {
    before.content.push(asParagraph(paragraph));
    return;
  }
  const marker = takeMarker(paragraph);
  const level = Number(/mso-list:l\d+ level(\d)/.exec(rawStyle(paragraph))?.[1] ?? 1);
  const number = NUMBER.exec(marker)?.[1];
  const content = [asParagraph(paragraph)];
  items.push({ level, isOrdered: Boolean(number), number: numberOf(number), isChecked: null, content });
}

function asParagraph(paragraph: HTMLElement): HTMLElement {
  const plain = paragraph.ownerDocument.createElement('p');
  plain.append(...paragraph.childNodes);
  return plain;
}

function markerOf(paragraph: HTMLElement): HTMLElement | null {
  const spans = [...paragraph.querySelectorAll<HTMLElement>('span')];
  return spans.find((span) => /mso-list:ignore/.test(rawStyle(span))) ?? null;
}

function takeMarker(paragraph: HTMLElement): string {
  const marked = markerOf(paragraph);
  const marker = (marked?.textContent ?? '').replaceAll('\u00a0', ' ').trim();
  marked?.remove();
  return marker;
}

function keepNumber(heading: HTMLElement): void {
  const marked = markerOf(heading);
  if (!marked) return;
  marked.textContent = `${(marked.textContent ?? '').replaceAll('\u00a0', ' ').trim()} `;
  renamed(marked, 'span');
}
