import { isBlank, unwrap } from './elements';

const MOST_SPANNED = 20;

/** Whether a table is only used for layout: it has one column, or contains tables. */
export function isLayout(table: HTMLElement): boolean {
  if (/^(presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  if (table.querySelector('table')) return true;
  return rowsOf(table).every((row) => row.children.length <= 1);
}

/** Returns a table of rows and cells, with a header row if the first row is bold. */
export function plainTable(table: HTMLElement, blocksOf: (cell: HTMLElement) => HTMLElement[]): HTMLElement {
  const document = table.ownerDocument;
  const plain = document.createElement('table');
  const body = document.createElement('tbody');
  plain.append(body);
  for (const row of rowsOf(table)) {
    if (row.children.length === 0) continue;
    const plainRow = document.createElement('tr');
    for (const cell of row.children) plainRow.append(plainCell(cell as HTMLElement, blocksOf));
    body.append(plainRow);
  }
  boldToHeaders(body.firstElementChild);
  return plain;
}

function rowsOf(table: HTMLElement): HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>('tr')].filter((row) => row.closest('table') === table);
}

function plainCell(cell: HTMLElement, blocksOf: (cell: HTMLElement) => HTMLElement[]): HTMLElement {
  const document = cell.ownerDocument;
  const plain = document.createElement(cell.localName === 'th' ? 'th' : 'td');
  for (const name of ['colspan', 'rowspan']) {
    const span = Number(cell.getAttribute(name) ?? 1);
    if (Number.isInteger(span) && span > 1 && span <= MOST_SPANNED) plain.setAttribute(name, String(span));
  }
  const blocks = blocksOf(cell);
  plain.append(...(blocks.length > 0 ? blocks : [document.createElement('p')]));
  return plain;
}

function boldToHeaders(row: Element | null): void {
  if (!row) return;
  const cells = [...row.children];
  const words = cells.filter((cell) => !isBlank(cell.textContent));
  const isBold = words.length > 0 && words.every((cell) => strayWords(cell) === '');
  if (!isBold && !cells.every((cell) => cell.localName === 'th')) return;
  for (const cell of cells) {
    for (const bold of cell.querySelectorAll('strong')) unwrap(bold);
    if (cell.localName === 'th') continue;
    const header = row.ownerDocument.createElement('th');
    for (const { name, value } of [...cell.attributes]) header.setAttribute(name, value);
    header.append(...cell.childNodes);
    cell.replaceWith(header);
  }
}

/** Returns the words of a cell that are not bold. */
function strayWords(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const bold of copy.querySelectorAll('strong')) bold.remove();
  return (copy.textContent ?? '').trim();
}
