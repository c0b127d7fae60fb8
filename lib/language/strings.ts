import type { LanguageCode } from './languages';
import { en, type Strings } from './strings/en';
import { km } from './strings/km';

export type { Strings } from './strings/en';

const STRINGS: Record<LanguageCode, Strings> = { en, km };

/** The words of the readers' interface in a language. */
export function stringsFor(language: LanguageCode): Strings {
  return STRINGS[language];
}
