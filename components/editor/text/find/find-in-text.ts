import { KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';
import { tokensOf } from '@/lib/search/index-text';

/** How strictly text is compared. */
export interface FindChoices {
  isCaseKept: boolean;
  isWholeWord: boolean;
}

/** A range of a text; `end` is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A text prepared for comparison: normalised letters, with their positions in the original. */
interface Folded {
  key: string;
  /** For each letter of the key, its range in the original text. */
  pieces: Range[];
}

const UNSEEN = /[\u200B-\u200D\u2060\u00AD]/;
const KHMER_CLUSTER = /^[\u1780-\u17B3]/;
const WORD_LETTER = /[\p{L}\p{N}\p{M}]/u;
const SAME_SIGN: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '\u00A0': ' ',
};

/**
 * Finds `wanted` in a text. Khmer is compared by clusters in the spelling that search uses, so that words which
 * look alike match and no syllable is split. Curly and straight quotation marks are equal, and invisible
 * characters are ignored.
 */
export function findInText(text: string, wanted: string, choices: FindChoices): Range[] {
  const needle = folded(wanted, choices).key;
  if (needle === '') return [];
  const { key, pieces } = folded(text, choices);
  const found: Range[] = [];
  const isWord = choices.isWholeWord ? wordsIn(text) : () => true;
  for (let at = key.indexOf(needle); at !== -1; at = key.indexOf(needle, at)) {
    const [first, last] = [pieces[at], pieces[at + needle.length - 1]];
    const isWhole = first !== pieces[at - 1] && last !== pieces[at + needle.length];
    const range = first && last && isWhole ? { start: first.start, end: last.end } : null;
    const isTaken = range !== null && isWord(range);
    if (isTaken) found.push(range);
    at += isTaken ? needle.length : 1;
  }
  return found;
}

function folded(text: string, { isCaseKept }: FindChoices): Folded {
  const clusters = new Map(
    /[\u1780-\u17FF]/.test(text)
      ? tokensOf(text)
          .filter(({ start }) => KHMER_CLUSTER.test(text.charAt(start)))
          .map((token) => [token.start, token])
      : [],
  );
  const pieces: Range[] = [];
  let key = '';
  const add = (letters: string, piece: Range) => {
    key += letters;
    for (let n = 0; n < letters.length; n += 1) pieces.push(piece);
  };
  for (let at = 0; at < text.length; ) {
    const cluster = clusters.get(at);
    if (cluster) add(cluster.key, { start: at, end: cluster.end });
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = cluster?.end ?? at + letter.length;
    if (!cluster && !UNSEEN.test(letter))
      add(SAME_SIGN[letter] ?? (isCaseKept ? letter : letter.toLowerCase()), { start: at, end });
    at = end;
  }
  return { key, pieces };
}

/** Returns a test of whether a range of the text is one or more whole words; the dictionary finds Khmer ones. */
function wordsIn(text: string): (range: Range) => boolean {
  const isBetweenKhmer = khmerPlaces(text);
  const isEdge = (at: number) =>
    isBetweenKhmer.get(at) ?? !(WORD_LETTER.test(text.charAt(at - 1)) && WORD_LETTER.test(text.charAt(at)));
  return ({ start, end }) => isEdge(start) && isEdge(end);
}

/** Returns the places between Khmer letters: whether each is between two words. */
function khmerPlaces(text: string): Map<number, boolean> {
  const places = new Map<number, boolean>();
  for (const { 0: run, index } of text.matchAll(KHMER_RUN)) {
    for (let at = index + 1; at < index + run.length; at += 1) places.set(at, false);
    let end = index;
    for (const word of khmerWords(run)) {
      end += word.length;
      if (end < index + run.length) places.set(end, true);
    }
  }
  return places;
}
