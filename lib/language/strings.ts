import type { LanguageCode } from './languages';
import { type DeskStrings, deskEn, en, type Strings } from './strings/en';
import { deskKm, km } from './strings/km';

export type { DeskStrings, Strings } from './strings/en';

const STRINGS: Record<LanguageCode, Strings> = { en, km };

/** Returns the strings of reader pages in a language. */
export function stringsFor(language: LanguageCode): Strings {
  return STRINGS[language];
}

const DESK_STRINGS: Record<LanguageCode, DeskStrings> = { en: deskEn, km: deskKm };

/** Returns the strings of the admin in a language. */
export function deskStringsFor(language: LanguageCode): DeskStrings {
  return DESK_STRINGS[language];
}
