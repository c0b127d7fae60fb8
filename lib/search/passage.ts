import { COENG, KHMER_SIGN } from '@/lib/language/khmer-words';
import { eachToken, type Token, tokensOf } from './index-text';
import type { Phrase } from './parse-query';

/** A stretch of a text and its whole words; positions are those in the text. */
export interface Passage {
  tokens: Token[];
  start: number;
  end: number;
}

/** What a snippet shows on each side of what was found, unless the words are very long. */
const CHARACTERS_BEFORE = 120;
const CHARACTERS_AFTER = 300;
/** Clusters of Khmer are short words. */
const MOST_TOKENS_AFTER = 40;
/** Enough to see whether a word begins and ends with the letters that were found. */
const CHARACTERS_AROUND = 40;
/** Most letters also occur within longer words; of these, so many are looked at. */
const MAX_OCCURRENCES = 8;
/** How much of a text is searched for letters. */
const MAX_SEARCHED = 100_000;
/** How much of a text is read word by word, where it may be written with other letters, such as accents. */
const MAX_READ = 10_000;
const KHMER = /^[\u1780-\u17B3]/;
/** What stands between two words of a phrase, such as the end of a sentence; Khmer clusters may have nothing there. */
const MAX_SIGNS_BETWEEN = 4;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/**
 * Returns the passage around the first match of a phrase, or else the beginning of the text. It looks for the
 * letters first, because reading every word of 20 long texts takes longer than to find the texts.
 */
export function passageWith(text: string, phrases: Phrase[]): Passage {
  const searched = text.slice(0, MAX_SEARCHED);
  const isCased = phrases.some(({ keys }) => keys.some((key) => !KHMER.test(key)));
  const lower = isCased ? searched.toLowerCase() : searched;
  // Another length would mean other positions, as with the Turkish İ.
  const positions = lower.length === searched.length ? phrases.map((each) => find(text, lower, each)) : [];
  const found = positions.filter((at) => at !== -1);
  return passageAt(text, found.length > 0 ? Math.min(...found) : firstMatch(text, phrases));
}

/** Whether a phrase begins at this word. */
export function standsAt(tokens: Token[], first: number, { keys, isPrefix }: Phrase): boolean {
  return keys.every((key, at) => {
    const found = tokens[first + at]?.key;
    const isLast = at === keys.length - 1;
    return isPrefix && isLast ? (found?.startsWith(key) ?? false) : found === key;
  });
}

/** Finds the first place where a phrase is written as in the index; -1 if there is none. */
function find(text: string, lower: string, phrase: Phrase): number {
  let place = nextPlace(lower, phrase, 0);
  for (let n = 0; n < MAX_OCCURRENCES && place; n += 1) {
    const { at, end } = place;
    const from = Math.max(0, at - CHARACTERS_AROUND);
    const tokens = tokensOf(text.slice(from, end + CHARACTERS_AROUND));
    const index = tokens.findIndex(({ start }) => from + start === at);
    if (index !== -1 && standsAt(tokens, index, phrase)) return at;
    place = nextPlace(lower, phrase, at + 1);
  }
  return -1;
}

/** Finds the letters of a phrase from a position on, whatever signs and spaces stand between its words. */
function nextPlace(lower: string, { keys }: Phrase, from: number): { at: number; end: number } | null {
  const [first = ''] = keys;
  for (let at = lower.indexOf(first, from); at !== -1; at = lower.indexOf(first, at + 1)) {
    if (lower.charAt(at - 1) === COENG) continue;
    let end: number | null = at + first.length;
    for (let n = 1; n < keys.length && end !== null; n += 1) end = endOfNext(lower, end, keys[n] ?? '');
    if (end !== null && !KHMER_SIGN.test(lower.charAt(end))) return { at, end };
  }
  return null;
}

/** Returns where a word ends that follows a position, or null if another one does. */
function endOfNext(lower: string, position: number, key: string): number | null {
  let start = position;
  while (start - position < MAX_SIGNS_BETWEEN && start < lower.length && !LETTER.test(lower.charAt(start)))
    start += 1;
  return lower.startsWith(key, start) ? start + key.length : null;
}

/** Returns where the first phrase begins in the words of a text, or 0. */
function firstMatch(text: string, phrases: Phrase[]): number {
  const tokens = tokensOf(text.slice(0, MAX_READ));
  const first = tokens.findIndex((_, at) => phrases.some((phrase) => standsAt(tokens, at, phrase)));
  return tokens[first]?.start ?? 0;
}

function passageAt(text: string, at: number): Passage {
  const start = Math.max(0, at - CHARACTERS_BEFORE);
  const tokens: Token[] = [];
  let end = Math.min(text.length, at + CHARACTERS_AFTER);
  let after = 0;
  for (const token of eachToken(text.slice(start, end))) {
    tokens.push({ key: token.key, start: start + token.start, end: start + token.end });
    if (start + token.start >= at) after += 1;
    if (after <= MOST_TOKENS_AFTER) continue;
    end = start + token.end;
    break;
  }
  // Where the text is cut, the word may be.
  return { tokens: tokens.slice(start > 0 ? 1 : 0, end < text.length ? -1 : undefined), start, end };
}
