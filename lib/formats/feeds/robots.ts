import { sitemapPath } from '@/lib/addresses';

/** Renders the rules for crawlers: everything is allowed except the admin and search results. */
export function renderRobots(siteUrl: string): string {
  return `User-agent: *\nDisallow: /admin\nDisallow: /search?\n\nSitemap: ${siteUrl}${sitemapPath()}\n`;
}
