import type { BodyNode } from './types';

/** A sign or currency, digits of any script with what groups them, and a unit: `−1,200.50`, `$3`, `១២ ០០០ ៛`, `12 km`. */
const NUMBER =
  /^[+\-−–±~≈<>≤≥]? ?\p{Sc}?\p{Nd}[\p{Nd}.,'’\u00A0\u202F \u200B]*(?:[%‰\p{Sc}]|°[CF]?|\p{L}{1,3})?$/u;
/** What is written where there is no number. */
const NOTHING = /^(?:[-–—…]|n\/a)?$/i;
const LONGEST_NUMBER = 40;

/** A cell with the column that it begins in. */
export interface PlacedCell {
  cell: BodyNode;
  column: number;
}

/** Returns the cells of each row with their columns, which spans of cells before them move. */
export function placedCells(table: BodyNode): PlacedCell[][] {
  /** How many further rows the cell above fills, by column. */
  const filled: number[] = [];
  return (table.content ?? []).map((row) => {
    let column = 0;
    const placed = (row.content ?? []).map((cell) => {
      while ((filled[column] ?? 0) > 0) column += 1;
      const start = column;
      column += spanOf(cell, 'colspan');
      for (let at = start; at < column; at += 1) filled[at] = spanOf(cell, 'rowspan');
      return { cell, column: start };
    });
    for (const [at, rows] of filled.entries()) filled[at] = Math.max(0, (rows ?? 0) - 1);
    return placed;
  });
}

/**
 * Returns the columns of a table that contain numbers only, so that they can be aligned for comparison. The first
 * column names the rows, so numbers in it, such as years, are names.
 */
export function numberColumns(rows: PlacedCell[][]): Set<number> {
  const numbers = new Set<number>();
  const words = new Set<number>([0]);
  for (const { cell, column } of rows.flat()) {
    const text = cell.type === 'tableCell' ? textOf(cell).trim() : '';
    if (NOTHING.test(text)) continue;
    const isNumber =
      spanOf(cell, 'colspan') === 1 &&
      text.length <= LONGEST_NUMBER &&
      NUMBER.test(text.replace(/\s+/g, ' '));
    (isNumber ? numbers : words).add(column);
  }
  for (const column of words) numbers.delete(column);
  return numbers;
}

function spanOf({ attrs }: BodyNode, name: 'colspan' | 'rowspan'): number {
  const span = attrs?.[name];
  return typeof span === 'number' && span > 1 ? span : 1;
}

function textOf(node: BodyNode): string {
  return (node.text ?? '') + (node.content ?? []).map(textOf).join('');
}
