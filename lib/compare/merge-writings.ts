import { type BodyNode, emptyBody } from '@/lib/document/types';
import { takeField } from '@/lib/posts/fields';
import type { Writing } from '@/lib/posts/types';
import { canonical } from './canonical';
import type { Comparison, Row } from './types';

/** The side of a row to keep; `both` puts the left block before the right one. */
export type Choice = 'left' | 'right' | 'both';

/** The choices by row; a row that is the same on both sides needs none. */
export type Choices = ReadonlyMap<string, Choice>;

/** Returns the rows that differ and have no choice yet. */
export function unresolvedRows({ rows }: Comparison, choices: Choices): Row[] {
  return rows.filter((row) => row.change !== 'same' && !choices.has(row.id));
}

/** Returns the same choice for every row that differs. */
export function chooseAll({ rows }: Comparison, choice: Choice): Map<string, Choice> {
  return new Map(rows.filter((row) => row.change !== 'same').map((row) => [row.id, choice]));
}

/**
 * Merges both texts by the choices; a row without one keeps the right side. All left returns the left text,
 * and all right the right one.
 */
export function mergeWritings({ left, right, rows }: Comparison, choices: Choices): Writing {
  const merged = { ...right };
  const content: BodyNode[] = [];
  for (const row of rows) {
    const choice = choices.get(row.id) ?? 'right';
    if (row.place === 'body') content.push(...blocksOf(row, choice));
    else if (choice === 'left') takeField(merged, left, row.place);
  }
  return {
    ...merged,
    body: { ...right.body, content: content.length ? content : emptyBody().content },
  };
}

function blocksOf({ left, right }: Row, choice: Choice): BodyNode[] {
  const wanted = choice === 'both' ? [left, right] : [choice === 'left' ? left : right];
  const same = choice === 'both' && left && right && canonical(left) === canonical(right);
  return (same ? [right] : wanted).filter((node) => node !== null);
}

/**
 * Suggests choices that lose nothing: what only one side has stays. With a common base, what only one side
 * changed is taken from that side, and only what both changed is left to decide.
 */
export function suggestChoices(comparison: Comparison, base?: Writing): Map<string, Choice> {
  const known = new Set((base?.body.content ?? []).map(canonical));
  const suggested = new Map<string, Choice>();
  for (const row of comparison.rows) {
    if (row.change === 'same') continue;
    const choice = base ? changedSide(row, comparison, base, known) : keptSide(row);
    if (choice) suggested.set(row.id, choice);
  }
  return suggested;
}

function keptSide(row: Row): Choice | null {
  if (row.place !== 'body' || row.isMoved) return null;
  if (row.change === 'removed') return 'left';
  return row.change === 'added' ? 'right' : null;
}

function changedSide(
  row: Row,
  { left, right }: Comparison,
  base: Writing,
  known: Set<string>,
): Choice | null {
  const wasInBase = (side: 'left' | 'right') => {
    const part = row.place === 'body' ? row[side] : null;
    if (part) return known.has(canonical(part));
    const whole = side === 'left' ? left : right;
    return row.place !== 'body' && canonical(whole[row.place]) === canonical(base[row.place]);
  };
  // A block missing on one side was either removed there or added on the other.
  if (row.change === 'removed') return wasInBase('left') ? 'right' : 'left';
  if (row.change === 'added') return wasInBase('right') ? 'left' : 'right';
  if (wasInBase('left')) return 'right';
  return wasInBase('right') ? 'left' : null;
}
