import { isLanguageCode, type LanguageCode } from '@/lib/language/languages';
import { deskLanguage } from '@/lib/next/desk-language';

/** The language of the set-up page: what its link or form asked for, else the desk's. */
export async function languageOfSetUp(asked: unknown): Promise<LanguageCode> {
  return typeof asked === 'string' && isLanguageCode(asked) ? asked : deskLanguage();
}
