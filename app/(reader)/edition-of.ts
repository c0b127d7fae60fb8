import { isLanguageCode, type LanguageCode } from '@/lib/language/languages';
import { requestSite } from './request-site';

/** Returns the edition that an address names, or null if the publication does not use that language. */
export function editionOf(slug: string): LanguageCode | null {
  return isLanguageCode(slug) && requestSite().site.languages.includes(slug) ? slug : null;
}
