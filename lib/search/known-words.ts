import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';
import { indexText } from './index-text';

/*
 * The words of the posts, for the correction of misspelt searches. The index could list them too, but reads
 * every occurrence of each to do so.
 */

/** Shorter words have too many neighbours to be corrected. */
export const SHORTEST_KNOWN = 4;
/** Longer words are not corrected. */
export const LONGEST_KNOWN = 24;
/** Where authors let a line break, and joiners: a word is the same with and without them. */
const INVISIBLE = /\u200C|\u200D|\u2060/g;
/** Khmer is indexed by cluster; its words are those of a dictionary. Digits have no spelling. */
const KNOWN = /^[^\d\u1780-\u17FF]+$/;

/** Adds the words of a post's text, and removes those that only its former text had. */
export function replaceKnownWords(tx: Tx, text: string, former: string): void {
  const words = knownWordsOf(text);
  tx.run(
    sql`insert or ignore into known_words (word) select value from json_each(${JSON.stringify([...words])})`,
  );
  if (former !== text)
    forgetUnused(
      tx,
      [...knownWordsOf(former)].filter((word) => !words.has(word)),
    );
}

/** Removes the words that no post has. The index must no longer contain the post that had them. */
function forgetUnused(tx: Tx, words: string[]): void {
  if (words.length === 0) return;
  // A word of Khmer stays while its clusters follow each other somewhere, as in a longer word.
  const phrases = JSON.stringify(words.map((word) => ({ word, phrase: indexText(word) })));
  tx.run(sql`delete from known_words where word in (select value->>'word' from json_each(${phrases})
    where not exists (select 1 from post_search where post_search match '{body} : "' || (value->>'phrase') || '"'))`);
}

/** Returns the words of a text that searches can be corrected to. */
export function knownWordsOf(text: string): Set<string> {
  const keys = indexText(text).split(' ');
  const known = new Set(keys.filter((key) => key.length >= SHORTEST_KNOWN && KNOWN.test(key)));
  for (const [run] of text.replace(INVISIBLE, '').matchAll(KHMER_RUN)) {
    for (const word of khmerWords(run)) {
      const key = khmerKey(word);
      if (key.length >= SHORTEST_KNOWN && key.length <= LONGEST_KNOWN) known.add(key);
    }
  }
  return known;
}

/** Returns the form of a Khmer word that is compared: one spelling for what looks alike. */
export function khmerKey(word: string): string {
  return indexText(word).replaceAll(' ', '');
}
