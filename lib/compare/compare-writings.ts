import type { BodyNode } from '@/lib/document/types';
import { WRITTEN_FIELDS } from '@/lib/posts/fields';
import type { Writing } from '@/lib/posts/types';
import { align, type Pair, type Unit } from './align';
import { canonical } from './canonical';
import { FIELD_LINES, type Names } from './field-lines';
import { linesOf } from './lines';
import { markAll, markWords } from './mark-words';
import { Lexicon } from './tokens';
import type { Change, Comparison, Line, LinePair, Place, Row, Token } from './types';

/**
 * Compares two texts side by side: pairs every field and every block of the body with what it became, and
 * marks the words that differ.
 */
export function compareWritings(left: Writing, right: Writing, names: Names): Comparison {
  const lexicon = new Lexicon();
  const rows = WRITTEN_FIELDS.flatMap((place) =>
    place === 'body' ? bodyRows(left, right, lexicon) : fieldRow(place, left, right, lexicon, names),
  );
  return { left, right, rows };
}

/** Counts the rows that differ. */
export function countChanges({ rows }: Comparison): number {
  return rows.filter((row) => row.change !== 'same').length;
}

function fieldRow(
  place: Exclude<Place, 'body'>,
  left: Writing,
  right: Writing,
  lexicon: Lexicon,
  names: Names,
): Row[] {
  const [one, other] = [left, right].map((writing) => FIELD_LINES[place](writing, lexicon, names));
  const isSame = canonical(left[place]) === canonical(right[place]);
  const lines = pairLines(one ?? [], other ?? []);
  if (isSame && lines.length === 0) return [];
  return [
    { id: place, place, change: isSame ? 'same' : 'changed', left: null, right: null, lines, isMoved: false },
  ];
}

/** A block of a body. Its lines are built on demand, because most blocks are the same in both texts. */
class Block implements Unit {
  readonly key: string;
  readonly shape: string;
  #lexicon: Lexicon;
  #lines: Line[] | undefined;

  constructor(
    readonly node: BodyNode,
    lexicon: Lexicon,
  ) {
    this.key = canonical(node);
    this.shape = node.type;
    this.#lexicon = lexicon;
  }

  get lines(): Line[] {
    this.#lines ??= linesOf(this.node, this.#lexicon);
    return this.#lines;
  }

  tokens(): Token[] {
    return this.lines.flatMap((line) =>
      line.mediaId ? [...line.tokens, ...this.#pictureTokens(line.mediaId)] : line.tokens,
    );
  }

  /**
   * Returns tokens for a picture, with the weight of a caption, so that the same picture stays the same block
   * when its words change.
   */
  #pictureTokens(mediaId: string): Token[] {
    return Array.from({ length: 20 }, () => this.#lexicon.sign('object', mediaId));
  }
}

function bodyRows(left: Writing, right: Writing, lexicon: Lexicon): Row[] {
  const [one, other] = [left, right].map(({ body }) =>
    (body.content ?? []).map((node) => new Block(node, lexicon)),
  );
  const rows = align(one ?? [], other ?? []).map((pair, index) => blockRow(pair, index));
  markMoved(rows);
  return rows;
}

function blockRow({ left, right }: Pair<Block>, index: number): Row {
  const change = changeOf(left, right);
  const lines = change === 'same' ? sameLines(left?.lines ?? []) : pairLines(left?.lines, right?.lines);
  const sides = { left: left?.node ?? null, right: right?.node ?? null };
  return { id: `body-${index}`, place: 'body', change, ...sides, lines, isMoved: false };
}

function changeOf(left: { key: string } | null, right: { key: string } | null): Change {
  if (!left) return 'added';
  if (!right) return 'removed';
  return left.key === right.key ? 'same' : 'changed';
}

function sameLines(lines: Line[]): LinePair[] {
  return lines.map((line) => ({
    left: line,
    right: line,
    change: 'same',
    pieces: markAll(line.tokens, 'same'),
  }));
}

function pairLines(left: Line[] = [], right: Line[] = []): LinePair[] {
  const units = (lines: Line[]) =>
    lines.map((line) => ({ line, key: line.key, shape: line.role + line.field, tokens: () => line.tokens }));
  const pairs =
    left.length === 1 && right.length === 1
      ? [{ left: left[0] ?? null, right: right[0] ?? null }]
      : align(units(left), units(right)).map((pair) => ({
          left: pair.left?.line ?? null,
          right: pair.right?.line ?? null,
        }));
  return pairs.map(pairOfLines);
}

function pairOfLines({ left, right }: Pair<Line>): LinePair {
  const change = changeOf(left, right);
  if (left && right) {
    const isSame = change === 'same';
    const pieces = isSame ? markAll(right.tokens, 'same') : markWords(left.tokens, right.tokens);
    return { left, right, change, pieces };
  }
  if (left) return { left, right, change, pieces: markAll(left.tokens, 'removed') };
  return { left, right, change, pieces: markAll(right?.tokens ?? [], 'added') };
}

/** Marks blocks as moved that are missing on one side here but present elsewhere: they were not written or deleted. */
function markMoved(rows: Row[]) {
  const elsewhere = new Map<string, Row>();
  const alone = (row: Row) => row.change === 'removed' || row.change === 'added';
  for (const row of rows.filter(alone)) {
    const key = canonical(row.left ?? row.right);
    const twin = elsewhere.get(key);
    if (twin && twin.change !== row.change) {
      twin.isMoved = true;
      row.isMoved = true;
    }
    elsewhere.set(key, row);
  }
}
