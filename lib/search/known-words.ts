import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { indexText } from './index-text';

/*
 * The words of the posts, for the correction of misspelt searches. The index could list them too, but reads
 * every occurrence of each to do so.
 */

/** Shorter words have too many neighbours to be corrected. */
export const SHORTEST_KNOWN = 4;
/** Khmer has no words to list: it is indexed by cluster. Digits have no spelling. */
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
  tx.run(sql`delete from known_words where word in (select value from json_each(${JSON.stringify(words)}))
    and not exists (select 1 from post_search where post_search match '{body} : "' || known_words.word || '"')`);
}

function knownWordsOf(text: string): Set<string> {
  const keys = indexText(text).split(' ');
  return new Set(keys.filter((key) => key.length >= SHORTEST_KNOWN && KNOWN.test(key)));
}
