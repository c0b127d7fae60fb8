import { khmerWords } from './khmer-words';

const LONGEST_SLUG = 100;
/** The words after it cannot be in the slug. */
const LONGEST_READ = 1000;

/** Khmer marks are part of words; zero-width and all other characters separate them. */
const NOT_IN_SLUG = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * Derives a readable slug from a headline, in its own script: `A case for proportion` gives
 * `a-case-for-proportion`.
 */
export function slugFrom(words: string): string {
  const slug = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’\u200b-\u200d\u2060]/g, '')
    .replace(NOT_IN_SLUG, '-');
  return shortened(trimDashes(slug));
}

/** Cuts at the end of a word, which Khmer does not mark; a single word that is too long is cut anywhere. */
function shortened(slug: string): string {
  if (slug.length <= LONGEST_SLUG) return slug;
  let short = '';
  for (const part of slug
    .slice(0, LONGEST_READ)
    .split(/(-)/)
    .flatMap((part) => khmerWords(part))) {
    if (short.length + part.length > LONGEST_SLUG) break;
    short += part;
  }
  return trimDashes(short) || [...slug].slice(0, LONGEST_SLUG).join('');
}

/** Derives the slug of `words` for a list (topics, authors), numbered if it is among `taken`. */
export function freeOwnSlug(words: string, taken: string[]): string {
  const wanted = slugFrom(words) || 'untitled';
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.includes(slug)) return slug;
  }
}

/** Removes the dash at either end: `NOT_IN_SLUG` leaves one in a row. */
function trimDashes(text: string): string {
  return text.replace(/^-|-$/g, '');
}
