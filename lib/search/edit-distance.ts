/** Three rows of the table of distances, used again for every pair: thousands of pairs are compared at a time. */
let rows: [Uint16Array, Uint16Array, Uint16Array] = rowsOf(64);

function rowsOf(length: number): [Uint16Array, Uint16Array, Uint16Array] {
  return [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
}

/**
 * Counts the letters to insert, delete, change or swap with their neighbour to turn one word into the other:
 * optimal string alignment.
 * @param atMost the largest number of interest; a larger one is not counted to its end, and is Infinity.
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
export function editDistance(one: string, other: string, atMost = Number.POSITIVE_INFINITY): number {
  if (Math.abs(one.length - other.length) > atMost) return Number.POSITIVE_INFINITY;
  if (other.length >= rows[0].length) rows = rowsOf(2 * other.length);
  let [beforeLast, last, row] = rows;
  for (let j = 0; j <= other.length; j += 1) last[j] = j;
  let fewestBefore = 0;
  for (let i = 1; i <= one.length; i += 1) {
    const fewest = fillRow({ one, other, i, beforeLast, last, row });
    // A swap reaches back two rows and costs one.
    if (Math.min(fewest, fewestBefore + 1) > atMost) return Number.POSITIVE_INFINITY;
    fewestBefore = fewest;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const edits = at(last, other.length);
  return edits > atMost ? Number.POSITIVE_INFINITY : edits;
}

interface Row {
  one: string;
  other: string;
  /** How many letters of `one` the row is about. */
  i: number;
  beforeLast: Uint16Array;
  last: Uint16Array;
  row: Uint16Array;
}

/** Fills in a row, and returns its smallest number. */
function fillRow({ one, other, i, beforeLast, last, row }: Row): number {
  const letter = one.charCodeAt(i - 1);
  const letterBefore = i > 1 ? one.charCodeAt(i - 2) : -1;
  row[0] = i;
  let fewest = i;
  for (let j = 1; j <= other.length; j += 1) {
    const otherLetter = other.charCodeAt(j - 1);
    const isSwapped = j > 1 && letter === other.charCodeAt(j - 2) && letterBefore === otherLetter;
    let edits = at(last, j - 1) + (letter === otherLetter ? 0 : 1);
    edits = Math.min(edits, at(last, j) + 1, at(row, j - 1) + 1);
    if (isSwapped) edits = Math.min(edits, at(beforeLast, j - 2) + 1);
    row[j] = edits;
    fewest = Math.min(fewest, edits);
  }
  return fewest;
}

function at(row: Uint16Array, index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
