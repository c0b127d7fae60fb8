/** First parts of words that are usually written with a hyphen. */
const HYPHENATED = new Set(
  'all anti co counter cross ex half high left long low mid multi non off on over part post pre pro right self semi short so third two un vice well world year'.split(
    ' ',
  ),
);
/** A word broken at the end of a line, and the soft hyphen that some programs leave there. */
const BROKEN = /(?:^|[^\p{L}\p{N}-])(\p{Ll}{2,})[-\u00ad\u2010]$/u;

/** Whether a line begins with the rest of the word at the end of the words before it. */
export function isBrokenWord(before: string, line: string): boolean {
  return /\p{L}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(line);
}

/**
 * Joins a line to the words before it. A hyphen that only broke the line is left out; one that belongs to the word,
 * such as in `well-known`, stays.
 */
export function joined(before: string, line: string): string {
  const start = BROKEN.exec(before.slice(-60))?.[1];
  const isBroken = start && /^\p{Ll}/u.test(line) && !HYPHENATED.has(start);
  if (isBroken || /\p{L}\u00ad$/u.test(before)) return before.slice(0, -1) + line;
  return before + (/\p{L}-$/u.test(before) ? '' : ' ') + line;
}
