import type { SignReading } from '@/lib/language/list-signs';

/** A list item before it is placed in a list. */
export interface ListItem {
  /** Only the order of levels counts: an item is inside the last one with a lower level. */
  level: number;
  isOrdered: boolean;
  /** What its sign or number can mean, the likeliest first; empty if unknown. */
  readings: SignReading[];
  isReversed?: boolean;
  /** What its list is in the source: items of different ones are not joined; absent if unknown. */
  list?: unknown;
  /** Set for an item with a checkbox. */
  isChecked: boolean | null;
  content: Node[];
}

/** A list that is being built. */
interface OpenList {
  element: HTMLElement;
  level: number;
  first: ListItem;
  count: number;
  /** The readings of its first sign that all its signs agree with. */
  readings: SignReading[];
}

/** Builds nested lists from items that only give their level. @returns the lists, in order. */
export function listsOf(items: ListItem[], document: Document): HTMLElement[] {
  const lists: HTMLElement[] = [];
  const open: OpenList[] = [];
  for (const item of items) {
    // A level that was skipped counts as the next one: the first items copied can be from inside a list.
    while (open.length > 1 && (open.at(-2)?.level ?? 0) >= item.level) close(open);
    const last = open.at(-1);
    if (last && last.level >= item.level) last.level = item.level;
    if (last && last.level === item.level && !continued(last, item)) close(open);
    if (open.at(-1)?.level !== item.level) openList(open, lists, item, document);
    open.at(-1)?.element.append(itemElement(item, document));
  }
  while (open.length > 0) close(open);
  return lists;
}

function openList(open: OpenList[], lists: HTMLElement[], item: ListItem, document: Document): void {
  const element = document.createElement(item.isOrdered ? 'ol' : 'ul');
  const parent = open.at(-1)?.element.lastElementChild;
  if (parent) parent.append(element);
  else lists.push(element);
  open.push({ element, level: item.level, first: item, count: 1, readings: item.readings });
}

/** Adds an item to the count of a list if it belongs to it. @returns whether it does. */
function continued(list: OpenList, item: ListItem): boolean {
  const { first } = list;
  if (first.isOrdered !== item.isOrdered || first.isReversed !== item.isReversed) return false;
  if ((first.isChecked === null) !== (item.isChecked === null)) return false;
  const isNumbered = item.isOrdered && item.readings.length > 0 && list.readings.length > 0;
  if (!isNumbered && first.list !== item.list) return false;
  if (isNumbered) {
    const agreed = list.readings.filter(({ type, number }) => {
      const next = item.isReversed ? number - list.count : number + list.count;
      return item.readings.some((reading) => reading.type === type && reading.number === next);
    });
    if (agreed.length === 0) return false;
    list.readings = agreed;
  }
  list.count += 1;
  return true;
}

/** Writes how a list counts, when all its signs are known. */
function close(open: OpenList[]): void {
  const list = open.pop();
  if (!list) return;
  const { element, first, count, readings } = list;
  if (first.isChecked !== null) element.setAttribute('data-type', 'taskList');
  const [reading] = readings;
  if (!first.isOrdered || !reading) return;
  if (reading.type !== null) element.setAttribute('type', reading.type);
  if (first.isReversed) element.setAttribute('reversed', '');
  if (reading.number !== (first.isReversed ? count : 1)) element.setAttribute('start', `${reading.number}`);
}

function itemElement(item: ListItem, document: Document): HTMLElement {
  const element = document.createElement('li');
  if (item.isChecked !== null) {
    element.setAttribute('data-type', 'taskItem');
    element.setAttribute('data-checked', String(item.isChecked));
  }
  element.append(...item.content);
  return element;
}
