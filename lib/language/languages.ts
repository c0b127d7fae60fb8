import type { LanguageCode, LocalText } from '@/db/column-types';

export type { LanguageCode, LocalText } from '@/db/column-types';

/**
 * The languages a publication can be written and read in. A new one needs its code in db/column-types.ts, a
 * row here and a strings file; the types then show what is missing. `intlLocale` determines how dates, digits
 * and words are formed: Khmer prints dates in Khmer digits, for which `km` alone gives Latin ones. `ownLetters`
 * matches letters that only this language is written in, also percent-encoded.
 */
export const LANGUAGES = {
  en: { code: 'en', ownName: 'English', intlLocale: 'en-GB', wordsPerMinute: 238, ownLetters: null },
  km: {
    code: 'km',
    ownName: 'ខ្មែរ',
    intlLocale: 'km-KH-u-nu-khmr',
    wordsPerMinute: 200,
    ownLetters: /[\u1780-\u17FF]|%E1%9[EF]%/i,
  },
} as const satisfies Record<LanguageCode, unknown>;

/** All language codes, in the order in which choices show them. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as [LanguageCode, ...LanguageCode[]];

/** Returns whether `code` names a supported language. */
export function isLanguageCode(code: string): code is LanguageCode {
  return Object.hasOwn(LANGUAGES, code);
}

/** Returns the words in `language`, or else in the first language that has them; empty when none has. */
export function localText(text: LocalText, language: LanguageCode): string {
  return text[language] || LANGUAGE_CODES.map((code) => text[code]).find(Boolean) || '';
}

/** Returns the language of `/`, and the default language of the interface: the publication's first. */
export function mainLanguage({ languages }: { languages: LanguageCode[] }): LanguageCode {
  return languages[0] ?? LANGUAGE_CODES[0];
}
