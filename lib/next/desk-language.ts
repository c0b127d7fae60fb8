import { headers } from 'next/headers';
import { hasOwner } from '@/lib/accounts/setup-link';
import { acceptedLanguage } from '@/lib/language/accepted-language';
import { isLanguageCode, type LanguageCode, mainLanguage } from '@/lib/language/languages';
import { type DeskStrings, deskStringsFor } from '@/lib/language/strings';
import { readSite } from '@/lib/settings/site';
import { database } from './database';
import { currentUser } from './session';

/**
 * Returns the admin language: the user's choice, else the publication's first. Before set-up neither is
 * chosen, so the browser's language counts.
 */
export async function deskLanguage(): Promise<LanguageCode> {
  const chosen = (await currentUser())?.language;
  if (chosen && isLanguageCode(chosen)) return chosen;
  const asked = hasOwner(database()) ? null : acceptedLanguage((await headers()).get('accept-language'));
  return asked ?? mainLanguage(readSite(database()));
}

/** Returns the admin texts for the current user. */
export async function deskWords(): Promise<DeskStrings> {
  return deskStringsFor(await deskLanguage());
}
