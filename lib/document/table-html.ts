import { stringsFor } from '@/lib/language/strings';
import { withDirection } from './direction';
import { escapeHtml } from './escape';
import { numberColumns, type PlacedCell, placedCells } from './number-columns';
import type { RenderState } from './rendering';
import type { BodyNode } from './types';

type CellHtml = (cell: BodyNode, state: RenderState) => string;

/** Renders a table that scrolls by itself on a narrow screen, also by keyboard. */
export function tableHtml(node: BodyNode, state: RenderState, cellHtml: CellHtml): string {
  const placed = placedCells(node);
  const numbers = numberColumns(placed);
  const rows = placed.map((row) => rowHtml(row, numbers, state, cellHtml)).join('');
  const label = escapeHtml(stringsFor(state.language).table);
  return `<div class="table-scroll" role="region" aria-label="${label}" tabindex="0"><table><tbody>${rows}</tbody></table></div>`;
}

function rowHtml(row: PlacedCell[], numbers: Set<number>, state: RenderState, cellHtml: CellHtml): string {
  const isHead = row.every(({ cell }) => cell.type === 'tableHeader');
  const html = row.map(({ cell, column }) => {
    const attributes = `${spansOf(cell)}${numbers.has(column) ? ' class="number"' : ''}`;
    return withDirection(cell, state, () => {
      if (cell.type !== 'tableHeader') return `<td${attributes}>${cellHtml(cell, state)}</td>`;
      return `<th scope="${isHead ? 'col' : 'row'}"${attributes}>${cellHtml(cell, state)}</th>`;
    });
  });
  return `<tr>${html.join('')}</tr>`;
}

function spansOf({ attrs }: BodyNode): string {
  const one = (name: 'colspan' | 'rowspan') => {
    const span = attrs?.[name];
    return typeof span === 'number' && span > 1 ? ` ${name}="${span}"` : '';
  };
  return one('colspan') + one('rowspan');
}
