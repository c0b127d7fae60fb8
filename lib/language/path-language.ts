import { isLanguageCode, LANGUAGE_CODES, LANGUAGES, type LanguageCode } from './languages';

/** Returns the language that an address names: `km` for `/km/topics`. @param target see `languageOfPath`. */
export function namedLanguage(target: string): LanguageCode | null {
  const first = firstSegment(target);
  return isLanguageCode(first) ? first : null;
}

/**
 * Returns the language in which a reader gets an answer at an address that has no page: the one that it names
 * (`/km/feed.xml`), or else the one in whose letters it is written (`/ទន្លេ`), or else the main language.
 * @param target path with or without query, percent-encoded or not.
 */
export function languageOfPath(target: string, main: LanguageCode): LanguageCode {
  const first = firstSegment(target);
  if (isLanguageCode(first)) return first;
  return LANGUAGE_CODES.find((code) => LANGUAGES[code].ownLetters?.test(first)) ?? main;
}

function firstSegment(target: string): string {
  const [, first = ''] = target.split(/[/?]/, 2);
  return first;
}
