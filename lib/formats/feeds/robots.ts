/** What crawlers are told: everything but the author's side and search results. */
export function renderRobots(siteUrl: string): string {
  return `User-agent: *\nDisallow: /admin\nDisallow: /search?\n\nSitemap: ${siteUrl}/sitemap.xml\n`;
}
