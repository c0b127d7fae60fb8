import type { LanguageCode } from '@/lib/language/languages';
import { escapeHtml } from './escape';

/** Consecutive Khmer words, including the spaces between them. */
const KHMER_PASSAGE = /[\u1780-\u17FF]+(?:[\s\u200B]+[\u1780-\u17FF]+)*/g;

/**
 * Renders words as HTML. Khmer in a text of another language gets a lang attribute, so that it is read aloud
 * and set as Khmer; Latin letters in a Khmer text could be any language and get none.
 * @see https://www.w3.org/TR/WCAG22/#language-of-parts
 */
export function wordsHtml(text: string, language: LanguageCode): string {
  const escaped = escapeHtml(text);
  if (language === 'km') return escaped;
  return escaped.replace(KHMER_PASSAGE, (passage) => `<span lang="km">${passage}</span>`);
}
