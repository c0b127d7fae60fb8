import { khmerWords } from '@/lib/language/khmer-words';
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
  for (let at = key.indexOf(needle); at !== -1; at = key.indexOf(needle, at)) {
    const [first, last] = [pieces[at], pieces[at + needle.length - 1]];
    const isWhole = first !== pieces[at - 1] && last !== pieces[at + needle.length];
    const range = first && last && isWhole ? { start: first.start, end: last.end } : null;
    const isTaken = range !== null && (!choices.isWholeWord || isWord(text, range));
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

/** Whether a range is one or more whole words; Khmer words are found by the dictionary. */
function isWord(text: string, { start, end }: Range): boolean {
  return isEdge(text, start) && isEdge(text, end);
}

function isEdge(text: string, at: number): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const khmerBefore = /[\u1780-\u17D3\u17D7\u17DD]+$/.exec(before)?.[0] ?? '';
  const khmerAfter = /^[\u1780-\u17D3\u17D7\u17DD]+/.exec(after)?.[0] ?? '';
  if (khmerBefore && khmerAfter) return isBetweenWords(khmerBefore + khmerAfter, khmerBefore.length);
  return !(WORD_LETTER.test(before.slice(-1)) && WORD_LETTER.test(after.slice(0, 1)));
}

function isBetweenWords(run: string, at: number): boolean {
  let end = 0;
  for (const word of khmerWords(run)) {
    end += word.length;
    if (end >= at) return end === at;
  }
  return false;
}
