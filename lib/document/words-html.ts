import type { LanguageCode } from '@/lib/language/languages';
import { escapeHtml } from './escape';

/** Khmer words with what is between them. */
const KHMER_PASSAGE = /[\u1780-\u17FF]+(?:[\s\u200B]+[\u1780-\u17FF]+)*/g;

/**
 * Words as HTML. Khmer in a text of another language says that it is Khmer, so that it is read aloud
 * and set as Khmer; Latin letters in a Khmer text could be of any language, and say nothing.
 * @see https://www.w3.org/TR/WCAG22/#language-of-parts
 */
export function wordsHtml(text: string, language: LanguageCode): string {
  const escaped = escapeHtml(text);
  if (language === 'km') return escaped;
  return escaped.replace(KHMER_PASSAGE, (passage) => `<span lang="km">${passage}</span>`);
}
