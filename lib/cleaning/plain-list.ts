import { isListType } from '@/lib/language/list-signs';
import { renamed } from './elements';

/** Returns a list of its items that are not empty; none if all are. */
export function plainList(
  element: HTMLElement,
  blocksOf: (item: HTMLElement) => HTMLElement[],
): HTMLElement[] {
  const plain = element.ownerDocument.createElement(element.localName);
  for (const name of ['start', 'data-type', 'type', 'reversed']) {
    const value = element.getAttribute(name);
    if (value !== null && isKept(name, value)) plain.setAttribute(name, value);
  }
  for (const child of element.children) {
    const blocks = blocksOf(child as HTMLElement);
    if (blocks.length > 0) plain.append(plainItem(child, blocks));
  }
  return plain.firstChild ? [plain] : [];
}

/** Whether an attribute of a list says how it counts, or that it is one of tasks. */
function isKept(name: string, value: string): boolean {
  if (name === 'reversed') return true;
  if (name === 'type') return isListType(value);
  return name === 'start' ? /^\d{1,5}$/.test(value) : value === 'taskList';
}

function plainItem(element: Element, blocks: HTMLElement[]): HTMLElement {
  const plain = element.ownerDocument.createElement('li');
  for (const name of ['data-type', 'data-checked']) {
    const value = element.getAttribute(name);
    if (value) plain.setAttribute(name, value);
  }
  plain.append(...blocks);
  for (const inner of plain.querySelectorAll('h2, h3')) renamed(inner, 'p');
  return plain;
}
