import { diffArrays } from 'diff';

/** Something that can be aligned: equal keys mean equal units, shared tokens mean similar ones. */
export interface Unit {
  key: string;
  /** Its kind: units of the same shape count as more similar. */
  shape: string;
  tokens: () => readonly { key: number; isWord: boolean }[];
}

/** A left unit and the matching right one; null where a side has none. */
export interface Pair<T> {
  left: T | null;
  right: T | null;
}

/** Factor on the similarity of units of different shapes: a paragraph can become a heading. */
const OTHER_SHAPE = 0.7;
/** Below this similarity, two blocks are different blocks. */
const ALIKE = 0.35;
/** Maximum number of block comparisons; beyond it, blocks are paired in order. */
const MOST_COMPARISONS = 60_000;
/** Sequences with more edits than this count as completely different. */
export const MAX_EDITS = 1200;

/**
 * Aligns two sequences: equal units first, then the most similar ones between them, so that a paragraph is
 * paired with what it became.
 */
export function align<T extends Unit>(left: T[], right: T[]): Pair<T>[] {
  const changes = diffArrays(left, right, {
    comparator: (one, other) => one.key === other.key,
    maxEditLength: MAX_EDITS,
  });
  if (!changes) return alignAlike(left, right);
  const pairs: Pair<T>[] = [];
  let at = 0;
  let removed: T[] = [];
  let added: T[] = [];
  for (const change of changes) {
    // For equal units, the library returns the right side's.
    if (change.added) added = change.value;
    else if (change.removed) removed = change.value;
    else {
      pairs.push(...alignAlike(removed, added));
      at += removed.length;
      pairs.push(...change.value.map((right, index) => ({ left: left[at + index] ?? null, right })));
      at += change.count;
      [removed, added] = [[], []];
    }
  }
  return [...pairs, ...alignAlike(removed, added)];
}

/** Pairs the most similar units without crossing; the rest stay unpaired. */
function alignAlike<T extends Unit>(left: T[], right: T[]): Pair<T>[] {
  if (left.length === 0 || right.length === 0) return alone(left, right);
  if (left.length === 1 && right.length === 1) return pairOrAlone(left[0] as T, right[0] as T);
  if (left.length * right.length > MOST_COMPARISONS) return inOrder(left, right);
  return walk(left, right, bestTotals(left.map(wordsOf), right.map(wordsOf)));
}

/** The number of times that each word occurs in a unit. */
interface Words {
  counts: Map<number, number>;
  total: number;
  shape: string;
}

function wordsOf(unit: Unit): Words {
  const counts = new Map<number, number>();
  let total = 0;
  for (const { key, isWord } of unit.tokens()) {
    if (!isWord) continue;
    total += 1;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { counts, total, shape: unit.shape };
}

/** Returns the similarity of two units by shared words: 0 to 1, and 0 if it is too low. */
function likeness(one: Words, other: Words): number {
  const [less, more] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  const all = one.total + other.total;
  if (all === 0) return one.shape === other.shape ? 1 : 0;
  if ((2 * Math.min(one.total, other.total)) / all < ALIKE) return 0;
  let shared = 0;
  for (const [key, count] of less.counts) shared += Math.min(count, more.counts.get(key) ?? 0);
  const alike = ((2 * shared) / all) * (one.shape === other.shape ? 1 : OTHER_SHAPE);
  return alike < ALIKE ? 0 : alike;
}

interface Totals {
  /** The best total similarity of what follows, by left and right position. */
  best: Float64Array;
  alike: Float64Array;
  width: number;
}

function bestTotals(left: Words[], right: Words[]): Totals {
  const width = right.length + 1;
  const best = new Float64Array((left.length + 1) * width);
  const alike = new Float64Array((left.length + 1) * width);
  for (let l = left.length - 1; l >= 0; l -= 1) {
    for (let r = right.length - 1; r >= 0; r -= 1) {
      const at = l * width + r;
      const score = likeness(left[l] as Words, right[r] as Words);
      alike[at] = score;
      const paired = score > 0 ? score + (best[at + width + 1] ?? 0) : 0;
      best[at] = Math.max(paired, best[at + width] ?? 0, best[at + 1] ?? 0);
    }
  }
  return { best, alike, width };
}

function walk<T extends Unit>(left: T[], right: T[], { best, alike, width }: Totals): Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    const at = l * width + r;
    const score = alike[at] ?? 0;
    if (score > 0 && best[at] === score + (best[at + width + 1] ?? 0)) {
      pairs.push({ left: left[l++] ?? null, right: right[r++] ?? null });
    } else if (best[at] === best[at + width]) pairs.push({ left: left[l++] ?? null, right: null });
    else pairs.push({ left: null, right: right[r++] ?? null });
  }
  return [...pairs, ...alone(left.slice(l), right.slice(r))];
}

function alone<T>(left: T[], right: T[]): Pair<T>[] {
  return [
    ...left.map((unit) => ({ left: unit, right: null })),
    ...right.map((unit) => ({ left: null, right: unit })),
  ];
}

function inOrder<T extends Unit>(left: T[], right: T[]): Pair<T>[] {
  const both = Math.min(left.length, right.length);
  const pairs = left.slice(0, both).flatMap((unit, index) => pairOrAlone(unit, right[index] as T));
  return [...pairs, ...alone(left.slice(both), right.slice(both))];
}

function pairOrAlone<T extends Unit>(left: T, right: T): Pair<T>[] {
  const isAlike = likeness(wordsOf(left), wordsOf(right)) > 0;
  return isAlike ? [{ left, right }] : alone([left], [right]);
}
