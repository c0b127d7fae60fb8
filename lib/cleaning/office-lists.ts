import { readingsOf } from '@/lib/language/list-signs';
import { isBlank, isElement, isText, rawStyle, renamed } from './elements';
import { type ListItem, listsOf } from './list-items';

/** A number, letters or both, as in `1.`, `(b)` and `2.3.`; the last part counts. */
const SIGN = /^[([]?(?:[\da-z]{1,8}\.){0,8}([\da-z]{1,8}|[\u1780-\u17e9]{1,5})[.)\]\u17d4:-]*$/i;

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
    if (!isElement(next) || isEmpty(next)) {
      if (isText(next) && !isBlank(next.nodeValue)) break;
      continue;
    }
    if (!(isListParagraph(next) || isContinuation(next))) break;
    run.push(next);
  }
  return run;
}

/** Whether an element between list paragraphs shows nothing, such as a bookmark. */
function isEmpty(element: HTMLElement): boolean {
  if (!isBlank(element.textContent) || element.localName === 'hr') return false;
  return !isListParagraph(element) && element.querySelector('img, table, hr') === null;
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
  const [, id, level = 1, format] = /mso-list:(l\d+) level(\d)(?: (lfo\d+))?/.exec(rawStyle(paragraph)) ?? [];
  const readings = readingsOf(SIGN.exec(marker)?.[1] ?? '');
  const list = id && `${id} ${format}`;
  const content = [asParagraph(paragraph)];
  items.push({
    level: Number(level),
    isOrdered: readings.length > 0 && !isBullet(marker),
    readings,
    list,
    isChecked: null,
    content,
  });
}

/** Whether a sign is a bullet that Word writes as a letter: o, or one that Wingdings shows as an arrow. */
function isBullet(marker: string): boolean {
  return /^[a-z]$/i.test(marker);
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
