import { stringsFor } from '@/lib/language/strings';
import { escapeHtml } from './escape';
import type { RenderState } from './rendering';
import type { BodyNode } from './types';

type CellHtml = (cell: BodyNode, state: RenderState) => string;

/** Renders a table that scrolls by itself on a narrow screen, also by keyboard. */
export function tableHtml(node: BodyNode, state: RenderState, cellHtml: CellHtml): string {
  const rows = (node.content ?? []).map((row) => rowHtml(row, state, cellHtml)).join('');
  const label = escapeHtml(stringsFor(state.language).table);
  return `<div class="table-scroll" role="region" aria-label="${label}" tabindex="0"><table><tbody>${rows}</tbody></table></div>`;
}

function rowHtml(row: BodyNode, state: RenderState, cellHtml: CellHtml): string {
  const cells = row.content ?? [];
  const isHead = cells.every((cell) => cell.type === 'tableHeader');
  const html = cells.map((cell) => {
    if (cell.type !== 'tableHeader') return `<td${spansOf(cell)}>${cellHtml(cell, state)}</td>`;
    return `<th scope="${isHead ? 'col' : 'row'}"${spansOf(cell)}>${cellHtml(cell, state)}</th>`;
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
