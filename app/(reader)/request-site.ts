import { notFound } from 'next/navigation';
import { cache } from 'react';
import { askedLanguage } from '@/lib/asked-language';
import { mainLanguage } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { withTranslatedMenu } from '@/lib/posts/menu-translations';
import { readSite } from '@/lib/settings/site';

/**
 * Returns the publication's settings and the language of the page, unless a post decides that; read once per
 * request, for the page and its metadata. `only` is the language of the posts that the page lists: where the
 * address names a language, those in it, and at a plain address all.
 */
export const requestSite = cache(() => {
  const site = withTranslatedMenu(database(), readSite(database()));
  const only = askedLanguage() ?? undefined;
  if (only && !site.languages.includes(only)) notFound();
  return { site, language: only ?? mainLanguage(site), only };
});
