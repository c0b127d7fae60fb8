import type { Node } from '@tiptap/pm/model';
import { countWords } from '@/lib/document/words';
import type { LanguageCode } from '@/lib/language/languages';

/** Blocks never change, they are replaced: what was counted once stays right, so that only new ones are counted. */
const counted: Record<LanguageCode, WeakMap<Node, number>> = { en: new WeakMap(), km: new WeakMap() };

/** How many words a document has. */
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

/** How many words lie between two places of a document. */
export function wordsBetween(doc: Node, from: number, to: number, language: LanguageCode): number {
  return countWords(doc.textBetween(from, to, '\n', ' '), language);
}
