import { cache } from 'react';
import { mainLanguage } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { readSite } from '@/lib/settings/site';

/**
 * Returns the publication's settings and main language; read once per request, for the page and its metadata.
 */
export const requestSite = cache(() => {
  const site = readSite(database());
  return { site, language: mainLanguage(site) };
});
