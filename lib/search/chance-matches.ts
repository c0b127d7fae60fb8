import { KHMER_SIGN } from '@/lib/language/khmer-words';
import type { Phrase } from './parse-query';
import { crossesWords } from './word-edges';

const KHMER = /^[\u1780-\u17B3]/;
/** Of longer phrases, chance makes few; and names are not in the dictionary, so that their edges are uncertain. */
const MOST_CLUSTERS = 2;
/** A text in which so many places are chance hardly has another. */
const MAX_PLACES = 20;

/** Returns the phrases that may match by chance: short ones of Khmer, in which clusters of two words can stand side by side. */
export function shortPhrases(phrases: Phrase[]): Phrase[] {
  return phrases.filter(
    ({ keys, others }) =>
      others.length === 0 &&
      keys.length > 1 &&
      keys.length <= MOST_CLUSTERS &&
      keys.every((key) => KHMER.test(key)),
  );
}

/**
 * Whether texts have a phrase only by chance, where one word ends and the next begins: កម in អ្នក|មក. Where the phrase is
 * not written as in the index, or not in these texts, the answer is no.
 */
export function isChance(texts: string[], { keys }: Phrase): boolean {
  const letters = keys.join('');
  let isFound = false;
  for (const text of texts) {
    let at = text.indexOf(letters);
    for (let places = 0; at !== -1 && places < MAX_PLACES; places += 1) {
      const end = at + letters.length;
      // Followed by a sign, it is another letter.
      if (!KHMER_SIGN.test(text.charAt(end))) {
        if (!crossesWords(text, at, end)) return false;
        isFound = true;
      }
      at = text.indexOf(letters, at + 1);
    }
    if (at !== -1) return false;
  }
  return isFound;
}
