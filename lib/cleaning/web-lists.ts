import { isListType, type ListType, readingsOf, type SignReading } from '@/lib/language/list-signs';
import { isBlank, isElement, isText, plainStyle } from './elements';
import { type ListItem, listsOf } from './list-items';

const LEVEL = 'li[aria-level], li[data-aria-level]';

/**
 * Repairs lists that give their nesting as numbers (Google Docs, Word in the browser), that follow their
 * parent item instead of being inside it (Google Docs, LibreOffice), or that have checkboxes.
 */
export function mendLists(root: HTMLElement): void {
  for (const list of root.querySelectorAll<HTMLElement>('ul, ol')) {
    if (list.parentNode && !isWithinList(list)) mendRun(list);
  }
}

function isWithinList(list: HTMLElement): boolean {
  return Boolean(list.parentElement?.closest('ul, ol'));
}

function mendRun(first: HTMLElement): void {
  const run = first.querySelector(LEVEL) ? runFrom(first) : [first];
  const items = run.flatMap((list) => itemsOf(list, { depth: 1, list: identityOf(list) }));
  const lists = listsOf(items, first.ownerDocument);
  for (const other of run.slice(1)) other.remove();
  first.replaceWith(...lists);
}

/** Returns consecutive lists: Word in the browser puts every item into a separate list and wrapper. */
function runFrom(first: HTMLElement): HTMLElement[] {
  const run = [first];
  for (let next = listAfter(first); next; next = listAfter(next)) run.push(next);
  return run;
}

function listAfter(list: HTMLElement): HTMLElement | null {
  const wrapper = list.parentElement;
  const isWrapped = wrapper?.localName === 'div' && wrapper.children.length === 1;
  let next: Node | null = (isWrapped ? wrapper : list).nextSibling;
  while (next && isNothing(next)) next = next.nextSibling;
  if (!next || !isElement(next)) return null;
  const inner = next.localName === 'div' && next.children.length === 1 ? next.firstElementChild : next;
  if (!inner || !['ul', 'ol'].includes(inner.localName)) return null;
  return inner.querySelector(LEVEL) ? (inner as HTMLElement) : null;
}

/** Whether a node shows nothing and is no list, such as a bookmark between the items of Word in the browser. */
function isNothing(node: Node): boolean {
  if (isText(node)) return isBlank(node.nodeValue);
  if (!isElement(node) || !isBlank(node.textContent)) return false;
  return node.localName !== 'hr' && !node.matches('ul, ol, img, table') && !node.querySelector(HOLDS);
}

const HOLDS = 'ul, ol, img, table, hr';

/** Returns what all items of one list have in common: the number that Word gave it, or the list itself. */
function identityOf(list: HTMLElement): unknown {
  return list.querySelector('li[data-listid]')?.getAttribute('data-listid') ?? list;
}

/** Where the items of a list are. */
interface ListPlace {
  depth: number;
  /** The outermost list. */
  list: unknown;
}

function itemsOf(list: HTMLElement, { depth, list: outermost }: ListPlace): ListItem[] {
  const items: ListItem[] = [];
  const isReversed = list.hasAttribute('reversed');
  const own = [...list.children].filter((child) => child.localName === 'li');
  let number = wholeOf(list.getAttribute('start')) ?? (isReversed ? own.length : 1);
  for (const child of list.childNodes) {
    if (isText(child) && isBlank(child.nodeValue)) continue;
    if (isElement(child) && (child.localName === 'ul' || child.localName === 'ol')) {
      items.push(...itemsOf(child, { depth: depth + 1, list: outermost }));
    } else if (isElement(child) && child.localName === 'li') {
      number = wholeOf(child.getAttribute('value')) ?? number;
      const [item, ...inner] = withInner(child, list, { depth, list: outermost }, number);
      if (item && isShown(item)) {
        items.push(item);
        number += isReversed ? -1 : 1;
      }
      items.push(...inner);
    } else {
      items.at(-1)?.content.push(child);
    }
  }
  return items;
}

/** Whether an item has anything of its own: some pages put a list into an item without words or bullet. */
function isShown({ content, isChecked }: ListItem): boolean {
  return isChecked !== null || content.some((node) => !isNothing(node));
}

function wholeOf(written: string | null): number | null {
  return written !== null && /^-?\d{1,5}$/.test(written.trim()) ? Number(written) : null;
}

/** Returns an item and the items of the lists at its end. Lists among its words stay in place. */
function withInner(item: HTMLElement, list: HTMLElement, place: ListPlace, number: number): ListItem[] {
  const given = item.getAttribute('aria-level') ?? item.getAttribute('data-aria-level');
  const level = wholeOf(given) ?? place.depth;
  const isChecked = checkedOf(item);
  const sign = signOf(item, list);
  const inner: ListItem[] = [];
  const content: Node[] = [];
  for (const child of [...item.childNodes]) {
    if (isElement(child) && ['ul', 'ol'].includes(child.localName)) {
      inner.push(...itemsOf(child, { depth: level + 1, list: place.list }));
    } else content.push(child);
  }
  const isOrdered = (list.localName === 'ol' || sign !== null) && isChecked === null;
  const readings = isOrdered ? [sign ?? { type: typeOf(list, item), number }] : [];
  const isReversed = list.hasAttribute('reversed');
  return [{ level, isOrdered, readings, isReversed, list: place.list, isChecked, content }, ...inner];
}

const CSS_TYPES: Record<string, ListType> = {
  ...{ 'lower-alpha': 'a', 'lower-latin': 'a', 'upper-alpha': 'A', 'upper-latin': 'A' },
  ...{ 'lower-roman': 'i', 'upper-roman': 'I', khmer: 'khmer', cambodian: 'khmer' },
};

/** Returns how a list counts, by its attribute or by the style of the list or its item. */
function typeOf(list: HTMLElement, item: HTMLElement): ListType {
  const attribute = list.getAttribute('type');
  if (attribute !== null && isListType(attribute)) return attribute;
  for (const element of [list, item]) {
    const named = /list-style(?:-type)?:\s*([a-z-]+)/.exec(plainStyle(element))?.[1];
    if (named && Object.hasOwn(CSS_TYPES, named)) return CSS_TYPES[named] ?? null;
  }
  return null;
}

/** Takes the sign that our own pages write before an item, because browsers have no Khmer letters for it. */
function signOf(item: HTMLElement, list: HTMLElement): SignReading | null {
  if (list.localName !== 'ul' || list.getAttribute('role') !== 'list') return null;
  const sign = item.querySelector<HTMLElement>('.list-sign');
  if (sign?.closest('li') !== item) return null;
  sign.remove();
  return readingsOf((sign.textContent ?? '').replace(/\.\s*$/, '').trim())[0] ?? null;
}

/** Whether an item is checked; null when it has no checkbox. Removes the checkbox. */
function checkedOf(item: HTMLElement): boolean | null {
  const own = item.getAttribute('aria-checked') ?? item.getAttribute('data-checked');
  const box = item.querySelector('input[type="checkbox"]');
  const isOwn = box?.closest('li') === item;
  const picture = item.querySelector('img[aria-roledescription="checkbox"]');
  picture?.remove();
  if (isOwn) box.remove();
  if (own !== null) return own === 'true';
  return isOwn ? box.hasAttribute('checked') : null;
}
