/*
 * Khmer is written without spaces, so it is indexed by orthographic cluster: a consonant or independent vowel
 * with its subscripts, vowels and signs. A run of clusters is searched as a phrase, which finds a compound by
 * its parts and never matches half a syllable.
 * @see https://www.unicode.org/charts/PDF/U1780.pdf
 */
const JOINERS = '\\u200B-\\u200D\\u2060';
const KHMER_MARK = '\\u17B4-\\u17D1\\u17D3\\u17DD';
const CLUSTER = `[\\u1780-\\u17B3](?:[${JOINERS}]*(?:\\u17D2[${JOINERS}]*[\\u1780-\\u17B3]|[${KHMER_MARK}]))*`;
const KHMER_DIGITS = '[\\u17E0-\\u17E9]+';
const WORD = '(?:(?![\\u1780-\\u17FF])[\\p{L}\\p{N}\\p{M}\\p{Co}\\u200C\\u200D\\u00AD])+';
const TOKEN = new RegExp(`${CLUSTER}|${KHMER_DIGITS}|${WORD}`, 'gu');

/** A word or Khmer cluster of a text: its position, and the form used for comparison. */
export interface Token {
  key: string;
  start: number;
  end: number;
}

/** Returns the words and Khmer clusters of a text, in order. */
export function tokensOf(text: string): Token[] {
  return [...eachToken(text)];
}

/** Yields the words and Khmer clusters of a text one by one, for callers that may need only the first ones. */
export function* eachToken(text: string): Generator<Token> {
  for (const match of text.matchAll(TOKEN)) {
    const key = knownKeyOf(match[0]);
    if (key !== '') yield { key, start: match.index, end: match.index + match[0].length };
  }
}

const MOST_KNOWN = 20_000;
const knownKeys = new Map<string, string>();

/**
 * Returns a cached key: a few thousand words and clusters make up nearly every text, and normalising each
 * takes long.
 */
function knownKeyOf(token: string): string {
  const known = knownKeys.get(token);
  if (known !== undefined) return known;
  if (knownKeys.size >= MOST_KNOWN) knownKeys.clear();
  const key = keyOf(token);
  knownKeys.set(token, key);
  return key;
}

/**
 * Returns a text in the form that the search index stores: words and Khmer clusters separated by spaces.
 * Spellings of a Khmer cluster that look the same become the same, Khmer digits become Latin ones, and
 * invisible characters (zero-width spaces, soft hyphens) are removed.
 */
export function indexText(text: string): string {
  return tokensOf(text)
    .map(({ key }) => key)
    .join(' ');
}

/** Returns the form of one word or cluster that is compared. */
export function keyOf(token: string): string {
  const visible = token.replace(/[\u200B-\u200D\u2060\u00AD\u17B4\u17B5]/g, '');
  const first = visible.charCodeAt(0);
  if (first >= 0x1780 && first <= 0x17b3) return clusterKey(visible.normalize('NFC'));
  if (first >= 0x17e0 && first <= 0x17e9) return visible.replace(/./g, latinDigit);
  // The same folding as in the index (unicode61 remove_diacritics 2), so that snippets agree with it.
  return visible
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

function latinDigit(digit: string): string {
  return String(digit.charCodeAt(0) - 0x17e0);
}

/**
 * Returns one spelling for clusters that look alike: parts in the order of the Khmer Encoding Structure,
 * subscript DA as TA, and vowels written in two strokes as one.
 * @see https://www.unicode.org/L2/L2022/22290-khmer-encoding.pdf
 */
function clusterKey(cluster: string): string {
  const parts = cluster.slice(1).match(/\u17D2.|./gu) ?? [];
  const ordered = parts
    .map((part) => (part === '\u17D2\u178A' ? '\u17D2\u178F' : part))
    .sort((a, b) => rank(a) - rank(b))
    .join('');
  return cluster.charAt(0) + ordered.replace('\u17C1\u17B8', '\u17BE').replace('\u17C1\u17B6', '\u17C4');
}

/**
 * Returns the order of a part: robat, subscripts (RO last), register shifters, vowels (the one before the
 * consonant first), signs.
 */
function rank(part: string): number {
  if (part === '\u17CC') return 0;
  if (part === '\u17D2\u179A') return 2;
  if (part.startsWith('\u17D2')) return 1;
  if (part === '\u17C9' || part === '\u17CA') return 3;
  if (part === '\u17C1') return 4;
  if (part >= '\u17B6' && part <= '\u17C5') return 5;
  return 6;
}
