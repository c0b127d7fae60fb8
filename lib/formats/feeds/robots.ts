import { pathOfEdition, searchPath, sitemapPath } from '@/lib/addresses';
import { LANGUAGE_CODES } from '@/lib/language/languages';

/** Renders the rules for crawlers: everything is allowed except the admin and search results. */
export function renderRobots(siteUrl: string): string {
  const search = searchPath({});
  const searches = [search, ...LANGUAGE_CODES.map((code) => pathOfEdition(search, code))];
  const closed = ['/admin', ...searches].map((path) => `Disallow: ${path}\n`).join('');
  return `User-agent: *\n${closed}\nSitemap: ${siteUrl}${sitemapPath()}\n`;
}
