import type { LanguageCode } from '@/lib/language/languages';

/** Fewer letters than this say nothing sure about a language: a name or a quotation may be all. */
const FEWEST_LETTERS = 60;
/** A text may quote the other language at length; when most of it is in other letters, it is another language. */
const SMALLEST_SHARE = 0.5;

/** The letters that a language is written in. */
const LETTERS: Record<LanguageCode, RegExp> = { en: /\p{Script=Latin}/gu, km: /\p{Script=Khmer}/gu };

/** Whether a text is written in the letters of its language, as far as that can be told. */
export function matchesLanguage(text: string, language: LanguageCode): boolean {
  const letters = text.match(/\p{L}|\p{Script=Khmer}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS) return true;
  return (text.match(LETTERS[language])?.length ?? 0) / letters >= SMALLEST_SHARE;
}
