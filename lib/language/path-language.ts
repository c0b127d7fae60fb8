import { isLanguageCode, type LanguageCode } from './languages';

/**
 * Returns the language in which a reader gets an answer that is not a page: that of the edition in the path
 * (`/km/feed.xml`), or else the main language of the publication.
 * @param target percent-encoded path, with or without query.
 */
export function languageOfPath(target: string, main: LanguageCode): LanguageCode {
  const [, first = ''] = target.split(/[/?]/, 2);
  return isLanguageCode(first) ? first : main;
}
