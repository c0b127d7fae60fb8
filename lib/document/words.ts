import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';

const segmenters = new Map<LanguageCode, Intl.Segmenter>();

/** How many words a text has; Khmer, which has no spaces between words, is segmented by dictionary. */
export function countWords(text: string, language: LanguageCode): number {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(LANGUAGES[language].intlLocale, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}
