import { isLanguageCode, type LanguageCode } from '@/lib/language/languages';
import { requestSite } from './request-site';

/** The edition that an address names, or null: a language that the publication is not in has none. */
export function editionOf(slug: string): LanguageCode | null {
  return isLanguageCode(slug) && requestSite().site.languages.includes(slug) ? slug : null;
}
