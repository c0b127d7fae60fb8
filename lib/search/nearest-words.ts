/**
 * Returns the words that the fewest edits turn into the wanted one, if these are at most `atMost`. An edit is a
 * letter added, left out, changed or swapped with its neighbour (optimal string alignment).
 * @param words in alphabetical order, which is quick: words that begin alike are compared together.
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
export function nearestWords(wanted: string, words: Iterable<string>, atMost: number): string[] {
  const distances = new Distances(wanted);
  let fewest = atMost;
  let nearest: string[] = [];
  for (const word of words) {
    const edits = distances.to(word, fewest);
    if (edits > fewest) continue;
    if (edits < fewest) nearest = [];
    nearest.push(word);
    fewest = edits;
  }
  return nearest;
}

interface Row {
  /** How many edits turn the beginning of a word into the first letters of the wanted one, by their number. */
  edits: number[];
  fewest: number;
}

/** The table of distances from one word. Row `n` is about the first `n` letters of the word compared last. */
class Distances {
  readonly #wanted: string;
  readonly #rows: Row[];
  #last = '';
  /** How many rows, without the first, are filled in for `#last`. */
  #filled = 0;
  /** A beginning that has too many edits, whatever follows. */
  #hopeless: string | null = null;

  constructor(wanted: string) {
    this.#wanted = wanted;
    this.#rows = [{ edits: Array.from({ length: wanted.length + 1 }, (_, n) => n), fewest: 0 }];
  }

  /** Returns the edits to a word; Infinity if they are more than `atMost`, which never grows between calls. */
  to(word: string, atMost: number): number {
    if (this.#hopeless !== null && word.startsWith(this.#hopeless)) return Number.POSITIVE_INFINITY;
    this.#hopeless = null;
    let n = sharedLetters(word, this.#last, this.#filled);
    this.#last = word;
    for (; n < word.length; n += 1) {
      const row = this.#rowOf(word, n + 1);
      this.#rows[n + 1] = row;
      this.#filled = n + 1;
      // A swap reaches back two rows and costs one.
      if (Math.min(row.fewest, (this.#rows[n]?.fewest ?? 0) + 1) <= atMost) continue;
      this.#hopeless = word.slice(0, n + 1);
      return Number.POSITIVE_INFINITY;
    }
    this.#filled = word.length;
    return editsIn(this.#rows[word.length], this.#wanted.length);
  }

  #rowOf(word: string, n: number): Row {
    const [row, last, beforeLast] = [this.#rows[n], this.#rows[n - 1], this.#rows[n - 2]];
    const letter = word.charCodeAt(n - 1);
    const letterBefore = word.charCodeAt(n - 2);
    const edits = row?.edits ?? [];
    edits[0] = n;
    let fewest = n;
    for (let at = 1; at <= this.#wanted.length; at += 1) {
      const other = this.#wanted.charCodeAt(at - 1);
      const isSwapped = letter === this.#wanted.charCodeAt(at - 2) && letterBefore === other;
      const changed = editsIn(last, at - 1) + (letter === other ? 0 : 1);
      const swapped = isSwapped ? editsIn(beforeLast, at - 2) + 1 : changed;
      edits[at] = Math.min(changed, swapped, editsIn(last, at) + 1, (edits[at - 1] ?? 0) + 1);
      fewest = Math.min(fewest, edits[at] ?? fewest);
    }
    return { edits, fewest };
  }
}

function editsIn(row: Row | undefined, at: number): number {
  return row?.edits[at] ?? Number.POSITIVE_INFINITY;
}

function sharedLetters(one: string, other: string, atMost: number): number {
  let n = 0;
  while (n < atMost && n < one.length && one.charCodeAt(n) === other.charCodeAt(n)) n += 1;
  return n;
}
