import { LANGUAGES, type LanguageCode, type LocalText, localText } from './languages';

/** Sorts things by their names in a language, in the order of its own dictionaries. */
export function byName<T extends { name: LocalText }>(things: readonly T[], language: LanguageCode): T[] {
  const { compare } = new Intl.Collator(LANGUAGES[language].intlLocale, { numeric: true });
  return things.toSorted((a, b) => compare(localText(a.name, language), localText(b.name, language)));
}
