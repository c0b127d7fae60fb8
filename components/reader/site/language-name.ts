import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';

/**
 * Returns the class of words in one language among those of another, such as its name in a link to it. Where neither
 * the page nor the device has its letters, a small typeface of only these words has them (faces.css). It comes first:
 * it has no other letters, and Chromium does not set words anew in a typeface that arrives later in the list.
 * @param code the language of the words.
 * @param language that of the page.
 */
export function languageNameStyle(code: LanguageCode, language: LanguageCode): string {
  return code !== language && LANGUAGES[code].ownLetters
    ? '[font-family:LanguageNames,system-ui,sans-serif]'
    : '';
}
