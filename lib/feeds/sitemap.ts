import type { Db } from '@/db/client';
import { listAuthors } from '@/lib/authors/authors';
import { escapeHtml } from '@/lib/document/escape';
import { listSitemapPosts } from '@/lib/posts/queries';
import { readSite } from '@/lib/settings/site';
import { listTopicsInUse } from '@/lib/topics/topics';
import { lastPublicChange } from './find-feed';

/** The most addresses that one sitemap may hold. @see https://www.sitemaps.org/protocol.html */
const MAX_ADDRESSES = 50_000;

interface Address {
  path: string;
  changedAt?: number | null;
  alternates?: { language: string; path: string }[];
}

/** The sitemap: every page that readers can open, with its translations; newest posts first. */
export function renderSitemap(db: Db, siteUrl: string): string {
  const addresses = [...listAddresses(db), ...postAddresses(db)].slice(0, MAX_ADDRESSES);
  const urls = addresses.map((address) => urlElement(address, siteUrl)).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls}
</urlset>
`;
}

function listAddresses(db: Db): Address[] {
  const { languages } = readSite(db);
  const alternates = languages.map((language) => ({ language, path: `/${language}` }));
  const editions = languages.length > 1 ? alternates.map(({ path }) => ({ path, alternates })) : [];
  return [
    { path: '/', changedAt: lastPublicChange(db) },
    ...editions,
    { path: '/archive' },
    ...listTopicsInUse(db).map(({ slug }) => ({ path: `/topics/${encodeURIComponent(slug)}` })),
    ...listAuthors(db).map(({ slug }) => ({ path: `/authors/${encodeURIComponent(slug)}` })),
  ];
}

function postAddresses(db: Db): Address[] {
  const posts = listSitemapPosts(db, MAX_ADDRESSES);
  const groups = new Map<number, { language: string; path: string }[]>();
  const pathOf = (slug: string) => `/${encodeURIComponent(slug)}`;
  for (const { translationGroupId, language, slug } of posts) {
    if (translationGroupId === null) continue;
    const group = groups.get(translationGroupId) ?? [];
    groups.set(translationGroupId, [...group, { language, path: pathOf(slug) }]);
  }
  return posts.map(({ slug, updatedAt, translationGroupId }) => {
    const group = translationGroupId === null ? [] : (groups.get(translationGroupId) ?? []);
    return { path: pathOf(slug), changedAt: updatedAt, alternates: group.length > 1 ? group : [] };
  });
}

function urlElement({ path, changedAt, alternates = [] }: Address, siteUrl: string): string {
  const loc = `<loc>${escapeHtml(siteUrl + path)}</loc>`;
  const lastmod = changedAt ? `<lastmod>${new Date(changedAt).toISOString()}</lastmod>` : '';
  const links = alternates.map(
    ({ language, path }) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeHtml(siteUrl + path)}"/>`,
  );
  return `<url>${loc}${lastmod}${links.join('')}</url>`;
}
