import { isLanguageCode, type LanguageCode, mainLanguage } from '@/lib/language/languages';
import { type DeskStrings, deskStringsFor } from '@/lib/language/strings';
import { readSite } from '@/lib/settings/site';
import { database } from './database';
import { currentUser } from './session';

/** The language of the author's side: what the person chose, else the publication's first. */
export async function deskLanguage(): Promise<LanguageCode> {
  const chosen = (await currentUser())?.language;
  return chosen && isLanguageCode(chosen) ? chosen : mainLanguage(readSite(database()));
}

/** The words of the author's side for who is looking at it. */
export async function deskWords(): Promise<DeskStrings> {
  return deskStringsFor(await deskLanguage());
}
