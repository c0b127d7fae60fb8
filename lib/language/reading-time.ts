import { type DateSettings, formatNumber } from './dates';
import { LANGUAGES, type LanguageCode } from './languages';
import { stringsFor } from './strings';

/**
 * Returns how long a text takes to read, in words and in the language's digits: `4 min read`. English uses
 * the 238 words a minute that adults read silently; there is no measurement of Khmer as good, and 200
 * dictionary words a minute is our estimate.
 * @see https://doi.org/10.1016/j.jml.2019.104047
 */
export function readingTime(
  wordCount: number,
  language: LanguageCode,
  dates: Pick<DateSettings, 'hasOwnDigits'>,
): string {
  const minutes = Math.max(1, Math.round(wordCount / LANGUAGES[language].wordsPerMinute));
  return stringsFor(language).readingTime.replace('#', formatNumber(minutes, language, dates));
}
