/**
 * A run of Khmer letters, signs and the sign of repetition: what is between spaces, digits,
 * punctuation and zero-width spaces of the author's own.
 * @see https://www.unicode.org/charts/PDF/U1780.pdf
 */
export const KHMER_RUN = /[\u1780-\u17D3\u17D7\u17DD]+/g;

/** Signs that belong to the letter before them, the sign of repetition too. */
const NEVER_FIRST = /^[\u17B4-\u17D3\u17D7\u17DD]/;
const COENG_LAST = /\u17D2$/;
/** A consonant alone, such as the ត that ends ណែត: names fall apart into such pieces. */
const LONE_CONSONANT = /^[\u1780-\u17A2]$/;

const segmenter = new Intl.Segmenter('km', { granularity: 'word' });

/**
 * The words of a Khmer run, by ICU's dictionary, so that joined they are the run again. What the
 * dictionary does not know comes in short pieces, but never in parts of a letter with its signs, and
 * no consonant stands alone behind others.
 */
export function khmerWords(run: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(run)) {
    const last = words.length - 1;
    const belongsToLast =
      NEVER_FIRST.test(segment) || LONE_CONSONANT.test(segment) || COENG_LAST.test(words[last] ?? '');
    if (last >= 0 && belongsToLast) words[last] += segment;
    else words.push(segment);
  }
  return words;
}
