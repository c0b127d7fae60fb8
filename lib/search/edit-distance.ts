/**
 * Counts the letters to insert, delete, change or swap with their neighbour to turn one word into the other:
 * optimal string alignment.
 * @param atMost the largest number of interest; a larger one is returned as Infinity, and not counted to its end.
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
export function editDistance(one: string, other: string, atMost = Number.POSITIVE_INFINITY): number {
  if (Math.abs(one.length - other.length) > atMost) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let fewest = i;
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let edits = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) edits = Math.min(edits, at(beforeLast, j - 2) + 1);
      row.push(edits);
      fewest = Math.min(fewest, edits);
    }
    // A swap reaches back two rows, and costs one more than the row before the last.
    if (fewest > atMost && Math.min(...last) + 1 > atMost) return Number.POSITIVE_INFINITY;
    [beforeLast, last] = [last, row];
  }
  const edits = at(last, other.length);
  return edits > atMost ? Number.POSITIVE_INFINITY : edits;
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
