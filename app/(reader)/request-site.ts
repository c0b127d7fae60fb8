import { cache } from 'react';
import { mainLanguage } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { readSite } from '@/lib/settings/site';

/** The publication's settings and main language; read once a request, for the page and its head. */
export const requestSite = cache(() => {
  const site = readSite(database());
  return { site, language: mainLanguage(site) };
});
