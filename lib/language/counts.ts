import { LANGUAGES, type LanguageCode } from './languages';

/** A count as the author's side writes it: grouped as the language does, in Latin digits as in its fields. */
export function formatCount(count: number, language: LanguageCode): string {
  return new Intl.NumberFormat(LANGUAGES[language].intlLocale, { numberingSystem: 'latn' }).format(count);
}
