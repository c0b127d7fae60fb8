import { isLanguageCode, type LanguageCode } from '@/lib/language/languages';
import { deskLanguage } from '@/lib/next/desk-language';

/** Returns the language of the set-up page: the one its link or form asked for, else that of the admin. */
export async function languageOfSetUp(asked: unknown): Promise<LanguageCode> {
  return typeof asked === 'string' && isLanguageCode(asked) ? asked : deskLanguage();
}
