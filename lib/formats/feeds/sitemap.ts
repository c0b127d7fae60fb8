import type { Db } from '@/db/client';
import {
  authorPath,
  editionPath,
  mediaPath,
  pathInLanguage,
  postPath,
  seriesPath,
  sitemapPath,
  topicPath,
} from '@/lib/addresses';
import { escapeHtml } from '@/lib/document/escape';
import type { Rendition } from '@/lib/document/media-facts';
import { listAuthors } from '@/lib/labels/authors';
import { listTopicsInUse } from '@/lib/labels/topics';
import type { LanguageCode } from '@/lib/language/languages';
import { listRecordedPosts } from '@/lib/posts/recorded-posts';
import {
  listSitemapParts,
  listSitemapPictures,
  listSitemapPosts,
  listSitemapTranslations,
} from '@/lib/posts/sitemap-queries';
import { listSeriesInUse } from '@/lib/series/series';
import { readSite } from '@/lib/settings/site';
import { lastPublicChange } from './find-feed';

interface Address {
  path: string;
  changedAt?: number | null;
  alternates?: { language: string; path: string }[];
  /** Paths of the pictures on the page. */
  pictures?: string[];
}

/**
 * The most pictures that search engines accept for one page. @see
 * https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps
 */
const MOST_PICTURES = 1000;

const NAMESPACES = [
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
  'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
  'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"',
].join(' ');

/**
 * Renders the index of the sitemap: its parts, each with its latest change.
 * @see https://www.sitemaps.org/protocol.html#index
 */
export function renderSitemapIndex(db: Db, siteUrl: string): string {
  const parts = [
    { file: 'places.xml', changedAt: lastPublicChange(db) },
    ...listSitemapParts(db).map(({ part, changedAt }) => ({ file: `posts-${part}.xml`, changedAt })),
  ];
  const entries = parts.map(
    ({ file, changedAt }) =>
      `<sitemap><loc>${siteUrl}${sitemapPath(file)}</loc>${lastmod(changedAt)}</sitemap>`,
  );
  return xml(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    entries,
    '</sitemapindex>',
  );
}

/**
 * Renders one part of the sitemap, or returns null when there is no such part: `places.xml`, `posts-1.xml`.
 */
export function renderSitemapPart(db: Db, file: string, siteUrl: string): string | null {
  const [, number] = /^posts-([1-9]\d{0,6})\.xml$/.exec(file) ?? [];
  if (number) return renderAddresses(postAddresses(db, Number(number)), siteUrl);
  return file === 'places.xml' ? renderAddresses(placeAddresses(db), siteUrl) : null;
}

function renderAddresses(addresses: Address[], siteUrl: string): string | null {
  if (addresses.length === 0) return null;
  const entries = addresses.map((address) => urlElement(address, siteUrl));
  return xml(`<urlset ${NAMESPACES}>`, entries, '</urlset>');
}

function xml(start: string, entries: string[], end: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${start}\n${entries.join('\n')}\n${end}\n`;
}

function placeAddresses(db: Db): Address[] {
  const { languages } = readSite(db);
  const alternates = languages.map((language) => ({ language, path: editionPath(language) }));
  const editions = languages.length > 1 ? alternates.map(({ path }) => ({ path, alternates })) : [];
  const places = [
    '/archive',
    ...(listRecordedPosts(db, { page: 1, perPage: 1 }).total > 0 ? ['/recordings'] : []),
    ...listTopicsInUse(db).map(({ slug }) => topicPath(slug)),
    ...listSeriesInUse(db).map(({ slug }) => seriesPath(slug)),
    ...listAuthors(db).map(({ slug }) => authorPath(slug)),
  ];
  return [
    { path: '/', changedAt: lastPublicChange(db) },
    ...editions,
    ...places.flatMap((path) => inEachLanguage(path, languages)),
  ];
}

/** Returns the addresses of a page that each language has. */
function inEachLanguage(path: string, languages: LanguageCode[]): Address[] {
  const places = languages.map((language) => ({
    language,
    path: pathInLanguage(path, language, { languages }),
  }));
  const alternates = places.length > 1 ? places : [];
  return places.map((place) => ({ path: place.path, alternates }));
}

function postAddresses(db: Db, part: number): Address[] {
  const groups = new Map<number, { language: string; path: string }[]>();
  for (const { groupId, language, slug } of listSitemapTranslations(db, part)) {
    if (groupId === null) continue;
    const group = groups.get(groupId) ?? [];
    group.push({ language, path: postPath(slug) });
    groups.set(groupId, group);
  }
  const pictures = picturesOf(db, part);
  return listSitemapPosts(db, part).map(({ slug, updatedAt, translationGroupId }) => {
    const group = translationGroupId === null ? [] : (groups.get(translationGroupId) ?? []);
    const alternates = group.length > 1 ? group : [];
    return { path: postPath(slug), changedAt: updatedAt, alternates, pictures: pictures.get(slug) };
  });
}

/** Returns the paths of each post's pictures, by slug. */
function picturesOf(db: Db, part: number): Map<string, string[]> {
  const bySlug = new Map<string, string[]>();
  for (const { slug, mediaId, renditions } of listSitemapPictures(db, part)) {
    const path = pictureOf(mediaId, renditions);
    const paths = bySlug.get(slug) ?? [];
    if (path && paths.length < MOST_PICTURES) bySlug.set(slug, [...paths, path]);
  }
  return bySlug;
}

function pictureOf(mediaId: string, renditions: Rendition[]): string | null {
  const picture = renditions.findLast(({ mime }) => !/avif|webp/.test(mime)) ?? renditions.at(-1);
  return picture ? mediaPath(mediaId, picture.file) : null;
}

function urlElement({ path, changedAt, alternates = [], pictures = [] }: Address, siteUrl: string): string {
  const loc = `<loc>${escapeHtml(siteUrl + path)}</loc>`;
  const links = alternates.map(
    ({ language, path }) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeHtml(siteUrl + path)}"/>`,
  );
  const images = pictures.map(
    (path) => `<image:image><image:loc>${escapeHtml(siteUrl + path)}</image:loc></image:image>`,
  );
  return `<url>${loc}${lastmod(changedAt)}${links.join('')}${images.join('')}</url>`;
}

function lastmod(changedAt: number | null | undefined): string {
  return changedAt ? `<lastmod>${new Date(changedAt).toISOString()}</lastmod>` : '';
}
