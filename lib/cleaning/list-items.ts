/** A list item before it is placed in a list. */
export interface ListItem {
  /** From 1. */
  level: number;
  isOrdered: boolean;
  /** The number of the item, if known. */
  number: number | null;
  /** Set for an item with a checkbox. */
  isChecked: boolean | null;
  content: Node[];
}

/** Builds nested lists from items that only give their level. @returns the lists, in order. */
export function listsOf(items: ListItem[], document: Document): HTMLElement[] {
  const lists: HTMLElement[] = [];
  const open: HTMLElement[] = [];
  for (const item of items) {
    const depth = Math.min(item.level, open.length + 1);
    open.length = Math.min(open.length, depth);
    let list = open[depth - 1];
    if (!list || !continues(list, item)) {
      open.length = depth - 1;
      list = newList(item, document);
      const parent = open.at(-1)?.lastElementChild;
      if (parent) parent.append(list);
      else lists.push(list);
      open.push(list);
    }
    list.append(itemElement(item, document));
  }
  return lists;
}

function continues(list: HTMLElement, item: ListItem): boolean {
  const isTasks = list.getAttribute('data-type') === 'taskList';
  // An item with number 1 after other items begins a new list.
  if (item.isOrdered && item.number === 1) return false;
  return (list.localName === 'ol') === item.isOrdered && isTasks === (item.isChecked !== null);
}

function newList(item: ListItem, document: Document): HTMLElement {
  const list = document.createElement(item.isOrdered ? 'ol' : 'ul');
  if (item.isChecked !== null) list.setAttribute('data-type', 'taskList');
  if (item.isOrdered && item.number !== null && item.number > 1) {
    list.setAttribute('start', String(item.number));
  }
  return list;
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
