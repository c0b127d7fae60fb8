import type { Node } from '@tiptap/pm/model';
import { countWords } from '@/lib/document/words';
import type { LanguageCode } from '@/lib/language/languages';

/** Word counts by block. Blocks are immutable, so a count stays valid and only new blocks are counted. */
const counted: Record<LanguageCode, WeakMap<Node, number>> = { en: new WeakMap(), km: new WeakMap() };

/** Counts the words of a document. */
export function wordsOf(doc: Node, language: LanguageCode): number {
  let words = 0;
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    words += wordsOfBlock(node, language);
    return false;
  });
  return words;
}

function wordsOfBlock(node: Node, language: LanguageCode): number {
  const known = counted[language].get(node);
  if (known !== undefined) return known;
  const words = countWords(node.textBetween(0, node.content.size, undefined, ' '), language);
  counted[language].set(node, words);
  return words;
}

/** Counts the words between two positions of a document. */
export function wordsBetween(doc: Node, from: number, to: number, language: LanguageCode): number {
  return countWords(doc.textBetween(from, to, '\n', ' '), language);
}
