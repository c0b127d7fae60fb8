import { LANGUAGES, type LanguageCode } from './languages';

/** Formats a count for the admin: grouped as in the language, in Latin digits as in its input fields. */
export function formatCount(count: number, language: LanguageCode): string {
  return new Intl.NumberFormat(LANGUAGES[language].intlLocale, { numberingSystem: 'latn' }).format(count);
}
