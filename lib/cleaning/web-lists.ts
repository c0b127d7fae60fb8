import { isBlank, isElement, isText } from './elements';
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
  const isLevelled = first.querySelector(LEVEL) !== null;
  const run = isLevelled ? runFrom(first) : [first];
  const items = run.flatMap((list) => itemsOf(list, 1));
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
  while (next && isText(next) && isBlank(next.nodeValue)) next = next.nextSibling;
  if (!next || !isElement(next)) return null;
  const inner = next.localName === 'div' && next.children.length === 1 ? next.firstElementChild : next;
  if (!inner || !['ul', 'ol'].includes(inner.localName)) return null;
  return inner.querySelector(LEVEL) ? (inner as HTMLElement) : null;
}

function itemsOf(list: HTMLElement, depth: number): ListItem[] {
  const items: ListItem[] = [];
  const start = Number(list.getAttribute('start') ?? 1);
  for (const child of list.childNodes) {
    if (isText(child) && isBlank(child.nodeValue)) continue;
    if (isElement(child) && (child.localName === 'ul' || child.localName === 'ol')) {
      items.push(...itemsOf(child, depth + 1));
    } else if (isElement(child) && child.localName === 'li') {
      items.push(...withInner(child, list, depth, start + items.length));
    } else {
      items.at(-1)?.content.push(child);
    }
  }
  return items;
}

/** Returns an item and the items of the lists at its end. Lists among its words stay in place. */
function withInner(item: HTMLElement, list: HTMLElement, depth: number, number: number): ListItem[] {
  const level = Number(item.getAttribute('aria-level') ?? item.getAttribute('data-aria-level') ?? depth);
  const isChecked = checkedOf(item);
  const inner: ListItem[] = [];
  const content: Node[] = [];
  for (const child of item.childNodes) {
    if (isElement(child) && ['ul', 'ol'].includes(child.localName)) inner.push(...itemsOf(child, level + 1));
    else content.push(child);
  }
  const isOrdered = list.localName === 'ol' && isChecked === null;
  return [{ level, isOrdered, number, isChecked, content }, ...inner];
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
