import type { Node } from '@tiptap/pm/model';
import { bodyText } from '@/lib/document/text';
import { countWords } from '@/lib/document/words';
import type { LanguageCode } from '@/lib/language/languages';

/** Word counts by block. Blocks are immutable, so a count stays valid and only new blocks are counted. */
const counted: Record<LanguageCode, WeakMap<Node, number>> = { en: new WeakMap(), km: new WeakMap() };

/** Counts the words of a document as pages and lists do: those of notes, captions and transcripts too. */
export function wordsOf(doc: Node, language: LanguageCode): number {
  let words = 0;
  doc.forEach((block) => {
    words += wordsOfBlock(block, language);
  });
  return words;
}

function wordsOfBlock(block: Node, language: LanguageCode): number {
  const known = counted[language].get(block);
  if (known !== undefined) return known;
  const words = countWords(bodyText({ type: 'doc', content: [block.toJSON()] }), language);
  counted[language].set(block, words);
  return words;
}

/** Counts the words between two positions of a document. */
export function wordsBetween(doc: Node, from: number, to: number, language: LanguageCode): number {
  return countWords(doc.textBetween(from, to, '\n', ' '), language);
}
