import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

/** Words that are checked: Latin words of at least four letters, outside quotation marks. */
const PLAIN_WORD = /(?<![\p{L}\p{M}\p{N}"“”„-])[\p{Script=Latin}]{4,}(?![\p{L}\p{M}\p{N}"“”„])/gu;
const LONG_WORD = 6;
const LAST_CHARACTER = '\u{10FFFF}';

/** Returns the search with misspelt words as the posts spell them, or null when there is no similar word. */
export function suggestSpelling(db: Db, q: string): string | null {
  const mended = q.replace(PLAIN_WORD, (word) => nearestWord(db, word) ?? word);
  return mended === q ? null : mended;
}

/**
 * Returns the word of posts with the fewest edits from `word`, the more frequent one of equals; null when
 * `word` is in the posts or none is similar.
 */
function nearestWord(db: Db, word: string): string | null {
  const wanted = word.toLowerCase();
  const allowed = wanted.length < LONG_WORD ? 1 : 2;
  const first = wanted.charAt(0);
  const candidates = db.all<{ term: string; posts: number }>(sql`
    select term, doc as posts from post_words
    where term >= ${first} and term < ${first + LAST_CHARACTER}
      and length(term) between ${wanted.length - allowed} and ${wanted.length + allowed}`);
  let best: { term: string; slips: number; posts: number } | null = null;
  for (const { term, posts } of candidates) {
    const slips = editDistance(wanted, term);
    if (slips === 0) return null;
    if (slips > allowed) continue;
    if (!best || slips < best.slips || (slips === best.slips && posts > best.posts))
      best = { term, slips, posts };
  }
  return best?.term ?? null;
}

/**
 * Counts the letters to insert, delete, change or swap with their neighbour to turn one word into the other:
 * optimal string alignment.
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
export function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const choices = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1)];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) choices.push(at(beforeLast, j - 2) + 1);
      row.push(Math.min(...choices));
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, other.length);
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
