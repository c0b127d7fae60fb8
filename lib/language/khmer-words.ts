/**
 * A run of Khmer letters, signs and the repetition sign: the text between spaces, digits, punctuation and the
 * author's own zero-width spaces.
 * @see https://www.unicode.org/charts/PDF/U1780.pdf
 */
export const KHMER_RUN = /[\u1780-\u17D3\u17D7\u17DD]+/g;

/** Signs that belong to the letter before them, including the repetition sign. */
const NEVER_FIRST = /^[\u17B4-\u17D3\u17D7\u17DD]/;
/** Makes the next letter belong to the one before it, as its subscript. */
export const COENG = '\u17D2';
/** What belongs to the letter before it: vowels, signs and the coeng. */
export const KHMER_SIGN = /[\u17B4-\u17D3\u17DD]/;
/** A single consonant, such as the final ត of ណែត: names are split into such pieces. */
const LONE_CONSONANT = /^[\u1780-\u17A2]$/;

const segmenter = new Intl.Segmenter('km', { granularity: 'word' });

/**
 * Splits a Khmer run into words by ICU's dictionary; joined, they are the run again. What the dictionary does
 * not know comes in short pieces, but a letter is never separated from its signs, and no single consonant
 * follows other pieces.
 */
export function khmerWords(run: string): string[] {
  const words: string[] = [];
  // Not the end of the last word: a word of many segments would be copied for each of them.
  let before = '';
  for (const { segment } of segmenter.segment(run)) {
    const last = words.length - 1;
    const belongsToLast = NEVER_FIRST.test(segment) || LONE_CONSONANT.test(segment) || before.endsWith(COENG);
    if (last >= 0 && belongsToLast) words[last] += segment;
    else words.push(segment);
    before = segment;
  }
  return words;
}
