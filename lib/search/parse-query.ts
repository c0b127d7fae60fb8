import { tokensOf } from './index-text';
import { continuesNumber, otherSpellings } from './spellings';

/** Consecutive words, in the form in which they are indexed. */
export interface Phrase {
  keys: string[];
  /** Whether the last key is only the beginning of a word. */
  isPrefix: boolean;
  /** Other ways to write the same: any of them is as good. */
  others: string[][];
}

/** A parsed search; `match` is an FTS5 expression that is always well formed. */
export interface Query {
  match: string;
  wanted: Phrase[];
  unwanted: Phrase[];
  /** Whether words were left out because there were too many. */
  isCut: boolean;
}

/** Longer than any search that people type; what follows is left out. */
const MAX_QUERY_CHARACTERS = 300;
/** Words and phrases of a search. */
export const MAX_WORDS = 8;
/** Words within quotation marks, or Khmer clusters without a space between them. */
const MAX_KEYS_IN_PHRASE = 24;
const MAX_KEYS = 40;
/** Shorter prefixes match too many words to be useful, and take long to look up. */
const SHORTEST_PREFIX = 4;
const PART = /(-?)(?:["“”„]([^"“”„]*)(?:["“”„]|$)|([^\s"“”„]+))/gu;
const KHMER = /[\u1780-\u17B3]/;

/**
 * Parses a search: all words must match; "quoted words" must be consecutive; -words must not occur; the last
 * Latin word may be unfinished. A run of Khmer is a phrase of its clusters.
 * @returns null when nothing is left to search for.
 */
export function parseQuery(words: string): Query | null {
  const { parts, isCut } = partsOf(words);
  const wanted: Phrase[] = [];
  const unwanted: Phrase[] = [];
  for (const [position, { isUnwanted, isQuoted, keys }] of parts.entries()) {
    const last = keys.at(-1) ?? '';
    const mayGoOn = position === parts.length - 1 && !isQuoted && !isUnwanted && !isCut;
    const isPrefix = mayGoOn && !KHMER.test(last) && last.length >= SHORTEST_PREFIX;
    (isUnwanted ? unwanted : wanted).push({ keys, isPrefix, others: otherSpellings(keys) });
  }
  if (wanted.length === 0) return null;
  const without = unwanted.map((phrase) => ` NOT ${expression(phrase)}`).join('');
  return { match: `(${wanted.map(expression).join(' AND ')})${without}`, wanted, unwanted, isCut };
}

interface Part {
  isUnwanted: boolean;
  isQuoted: boolean;
  keys: string[];
}

/** Returns the words and phrases of a search, as far as the limits allow. */
function partsOf(words: string): { parts: Part[]; isCut: boolean } {
  const parts: Part[] = [];
  let isCut = words.length > MAX_QUERY_CHARACTERS;
  let left = MAX_KEYS;
  for (const [, minus, quoted, word] of words.slice(0, MAX_QUERY_CHARACTERS).matchAll(PART)) {
    const all = tokensOf(quoted ?? word ?? '').map(({ key }) => key);
    if (all.length === 0) continue;
    const keys = all.slice(0, Math.min(MAX_KEYS_IN_PHRASE, left));
    isCut ||= keys.length < all.length || parts.length === MAX_WORDS;
    if (keys.length === 0 || parts.length === MAX_WORDS) break;
    left -= keys.length;
    const before = parts.at(-1);
    const isPlain = minus === '' && quoted === undefined;
    if (before && isPlain && isOneNumber(before, keys)) {
      before.keys.push(...keys);
      continue;
    }
    parts.push({ isUnwanted: minus === '-', isQuoted: quoted !== undefined, keys });
  }
  return { parts, isCut };
}

/** Whether a number in groups of digits was typed with spaces between them. */
function isOneNumber({ isUnwanted, isQuoted, keys }: Part, next: string[]): boolean {
  return !isUnwanted && !isQuoted && continuesNumber(keys, next);
}

/** Returns a phrase in each of its spellings. */
export function spellingsOf({ keys, isPrefix, others }: Phrase): Phrase[] {
  const last = keys.at(-1);
  return [
    { keys, isPrefix, others: [] },
    ...others.map((other) => ({ keys: other, isPrefix: isPrefix && other.at(-1) === last, others: [] })),
  ];
}

/**
 * Builds the expression of a phrase. Keys contain letters, digits and marks only, so that no quotation mark
 * can end the string early.
 */
function expression(phrase: Phrase): string {
  const spellings = spellingsOf(phrase).map(
    ({ keys, isPrefix }) => `"${keys.join(' ')}"${isPrefix ? '*' : ''}`,
  );
  return spellings.length > 1 ? `(${spellings.join(' OR ')})` : spellings.join('');
}
