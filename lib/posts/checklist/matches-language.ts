import type { LanguageCode } from '@/lib/language/languages';

/** With fewer letters than this the language is not certain: the text may be only a name or a quotation. */
const FEWEST_LETTERS = 60;
/**
 * A text may quote the other language at length; when most of its letters are of another script, it is in
 * another language.
 */
const SMALLEST_SHARE = 0.5;

/** The letters of a language's script. */
const LETTERS: Record<LanguageCode, RegExp> = { en: /\p{Script=Latin}/gu, km: /\p{Script=Khmer}/gu };

/** Returns whether a text is written in the letters of its language, as far as that can be determined. */
export function matchesLanguage(text: string, language: LanguageCode): boolean {
  const letters = text.match(/\p{L}|\p{Script=Khmer}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS) return true;
  return (text.match(LETTERS[language])?.length ?? 0) / letters >= SMALLEST_SHARE;
}
