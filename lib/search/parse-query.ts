import { tokensOf } from './index-text';

/** Consecutive words, in the form in which they are indexed. */
export interface Phrase {
  keys: string[];
  /** Whether the last key is only the beginning of a word. */
  isPrefix: boolean;
}

/** A parsed search; `match` is an FTS5 expression that is always well formed. */
export interface Query {
  match: string;
  wanted: Phrase[];
}

const MAX_QUERY_CHARACTERS = 300;
const MAX_PHRASES = 12;
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
  const wanted: Phrase[] = [];
  const unwanted: Phrase[] = [];
  const parts = Array.from(words.slice(0, MAX_QUERY_CHARACTERS).matchAll(PART)).slice(0, MAX_PHRASES);
  for (const [position, [, minus, quoted, word]] of parts.entries()) {
    const keys = tokensOf(quoted ?? word ?? '').map(({ key }) => key);
    const last = keys.at(-1);
    if (last === undefined) continue;
    const mayGoOn = position === parts.length - 1 && word !== undefined && minus === '';
    const isPrefix = mayGoOn && !KHMER.test(last) && last.length >= SHORTEST_PREFIX;
    (minus === '-' ? unwanted : wanted).push({ keys, isPrefix });
  }
  if (wanted.length === 0) return null;
  const without = unwanted.map((phrase) => ` NOT ${expression(phrase)}`).join('');
  return { match: `(${wanted.map(expression).join(' AND ')})${without}`, wanted };
}

/**
 * Builds the expression of a phrase. Keys contain letters, digits and marks only, so that no quotation mark
 * can end the string early.
 */
function expression({ keys, isPrefix }: Phrase): string {
  return `"${keys.join(' ')}"${isPrefix ? '*' : ''}`;
}
