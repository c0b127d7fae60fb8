import { sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';
import { indexText, keyOf } from './index-text';
import { khmerKey, LONGEST_KNOWN, SHORTEST_KNOWN } from './known-words';
import { nearestWords } from './nearest-words';

/** Words that are corrected, outside quotation marks: Latin ones, and those of a run of Khmer. */
const PLAIN_WORD = /(?<![\p{L}\p{M}\p{N}"“”„-])\p{Script=Latin}+(?![\p{L}\p{M}\p{N}"“”„])/gu;
const QUOTED = /["“”„-]/;
const LONG_WORD = 6;
/** Each takes several ms in a large publication, and a search with more of them is hardly one. */
const MAX_CORRECTED = 2;
/** Of the words with equally few edits, so many are counted. */
const MAX_COUNTED = 8;
const ENOUGH_POSTS = 1000;
const LAST_CHARACTER = '\u{10FFFF}';

/**
 * Returns the search with its misspelt words, at most two, as the posts spell them, or null when there is no
 * similar word.
 */
export function suggestSpelling(db: Db | Tx, q: string): string | null {
  let left = MAX_CORRECTED;
  const correct = (word: string, key: string) => {
    const canBeWrong = key.length >= SHORTEST_KNOWN && key.length <= LONGEST_KNOWN;
    if (left === 0 || !canBeWrong || isKnown(db, key)) return word;
    left -= 1;
    return nearestWord(db, key) ?? word;
  };
  const corrected = q
    .replace(PLAIN_WORD, (word) => correct(word, keyOf(word)))
    .replace(KHMER_RUN, (run, at: number, whole: string) => {
      if (QUOTED.test(whole.charAt(at - 1) + whole.charAt(at + run.length))) return run;
      return khmerWords(run)
        .map((word) => correct(word, khmerKey(word)))
        .join('');
    });
  return corrected === q ? null : corrected;
}

function isKnown(db: Db | Tx, word: string): boolean {
  return db.get<{ n: number }>(sql`select count(*) as n from known_words where word = ${word}`).n > 0;
}

/**
 * Returns the word of posts with the fewest edits and the same first letter, the more frequent one of equals;
 * null when none is similar.
 */
function nearestWord(db: Db | Tx, wanted: string): string | null {
  const allowed = wanted.length < LONG_WORD ? 1 : 2;
  const nearest = nearestWords(wanted, wordsLike(db, wanted, allowed), allowed);
  return mostFrequent(db, nearest.slice(0, MAX_COUNTED));
}

/** Lists the known words with the same first letter and about the same length, in the order of their index. */
function wordsLike(db: Db | Tx, wanted: string, allowed: number): string[] {
  const first = wanted.charAt(0);
  // One value in place of thousands of rows, which takes half the time.
  const { words } = db.get<{
    words: string | null;
  }>(sql`select group_concat(word, ' ') as words from known_words
    where word >= ${first} and word < ${first + LAST_CHARACTER}
      and length(word) between ${wanted.length - allowed} and ${wanted.length + allowed}`);
  return words === null ? [] : words.split(' ');
}

function mostFrequent(db: Db | Tx, words: string[]): string | null {
  let best: { word: string; posts: number } | null = null;
  for (const word of words) {
    const { posts } = db.get<{ posts: number }>(sql`select count(*) as posts from
      (select 1 from post_search where post_search match ${`"${indexText(word)}"`} limit ${ENOUGH_POSTS})`);
    if (!best || posts > best.posts) best = { word, posts };
  }
  return best?.word ?? null;
}
