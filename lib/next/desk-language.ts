import { headers } from 'next/headers';
import { hasOwner } from '@/lib/accounts/setup-link';
import { acceptedLanguage } from '@/lib/language/accepted-language';
import { isLanguageCode, type LanguageCode, mainLanguage } from '@/lib/language/languages';
import { type DeskStrings, deskStringsFor } from '@/lib/language/strings';
import { readSite } from '@/lib/settings/site';
import { database } from './database';
import { currentUser } from './session';

/**
 * The language of the author's side: what the person chose, else the publication's first. Before set-up
 * nobody has chosen either, so that the browser's counts.
 */
export async function deskLanguage(): Promise<LanguageCode> {
  const chosen = (await currentUser())?.language;
  if (chosen && isLanguageCode(chosen)) return chosen;
  const asked = hasOwner(database()) ? null : acceptedLanguage((await headers()).get('accept-language'));
  return asked ?? mainLanguage(readSite(database()));
}

/** The words of the author's side for who is looking at it. */
export async function deskWords(): Promise<DeskStrings> {
  return deskStringsFor(await deskLanguage());
}
