/*
 * Builds and parses every path of reader pages. Paths are percent-encoded, as links, feeds and headers need
 * them; slugs are as stored in the database. Browsers load this module too.
 */

import type { LanguageCode } from './language/languages';

/** The places that list posts, by the first segment of their paths. */
export type PlaceFolder = 'topics' | 'authors' | 'series';

/** The formats of every feed, by file name: RSS, Atom and JSON. */
export type FeedFile = 'feed.xml' | 'atom.xml' | 'feed.json';

/** Returns the path of a post or a fixed page. */
export function postPath(slug: string): string {
  return `/${encodeURIComponent(slug)}`;
}

/** Returns the same path, not percent-encoded, for display and as redirects store it. */
export function plainPostPath(slug: string): string {
  return `/${slug}`;
}

/** Returns the slug in a path that is not percent-encoded, with or without surrounding slashes. */
export function slugInPlainPath(path: string): string {
  return path.replace(/^\/|\/$/g, '');
}

/** Returns the path of the list of all topics, authors or series. */
export function placesPath(folder: PlaceFolder): string {
  return `/${folder}`;
}

/** Returns the path of a topic, an author or a series. */
export function placePath(folder: PlaceFolder, slug: string): string {
  return `/${folder}/${encodeURIComponent(slug)}`;
}

/** Returns the path of a topic. */
export function topicPath(slug: string): string {
  return placePath('topics', slug);
}

/** Returns the path of an author. */
export function authorPath(slug: string): string {
  return placePath('authors', slug);
}

/** Returns the path of a series. */
export function seriesPath(slug: string): string {
  return placePath('series', slug);
}

/** Returns the path of the front page of one language's edition. */
export function editionPath(language: string): string {
  return `/${language}`;
}

/**
 * Returns the path in one language of a page that each language has: the publication's main language, its first,
 * has the plain path, and so has a language that it does not use.
 * @param path the plain path: `/topics`, or `/` for the front page.
 */
export function pathInLanguage(
  path: string,
  language: LanguageCode,
  { languages }: { languages: readonly LanguageCode[] },
): string {
  return languages.indexOf(language) < 1 ? path : pathOfEdition(path, language);
}

/** Returns the path below the code of a language, which every language has for feeds. @param path the plain path. */
export function pathOfEdition(path: string, language: LanguageCode): string {
  return `${editionPath(language)}${path === '/' ? '' : path}`;
}

/** Returns the path of the archive of a period: `2022` or `2022-10`. */
export function archivePath(period: string): string {
  return `/archive/${period.replace('-', '/')}`;
}

/** Returns the path of a later page of a list; the first is at the list's own path. @param page from 1. */
export function pagePath(path: string, page: number): string {
  return page > 1 ? `${path === '/' ? '' : path}/page/${page}` : path;
}

const LATER_PAGE = /\/page\/\d+$/;

/** Returns whether a path is that of a later page of a list. */
export function isLaterPage(path: string): boolean {
  return LATER_PAGE.test(path);
}

/** Returns the path of the first page of a list; other paths are unchanged. */
export function firstPagePath(path: string): string {
  return path.replace(LATER_PAGE, '') || '/';
}

/** Returns the path of a feed of the posts that the page at `path` lists; `/` for those of the whole site. */
export function feedPath(path: string, file: FeedFile): string {
  return `${path === '/' ? '' : path}/${file}`;
}

/** Returns the path of the page that explains a feed to people. @param path of the feed, with its query. */
export function aboutFeedPath(path: string): string {
  return `/feeds/about${path}`;
}

/** Returns the path of the sitemap, or of one of its parts. */
export function sitemapPath(part?: string): string {
  return part ? `/sitemap/${part}` : '/sitemap.xml';
}

/** Returns the path of a shared preview; without a token, that of the page about expired links. */
export function previewPath(token?: string): string {
  return `/preview/${token ?? 'over'}`;
}

/** Returns the path of a post's copy: one file that opens offline. */
export function copyPath(slug: string): string {
  return `${postPath(slug)}/copy.html`;
}

/** Returns the path of the page on which others find a post to republish it, and how to cite it. */
export function reusePath(slug: string): string {
  return `${postPath(slug)}/reuse`;
}

/** Returns the path of a post's sharing picture. */
export function sharingPicturePath(slug: string, file: string): string {
  return `/share/${encodeURIComponent(slug)}/${file}`;
}

/** Returns the path of search results: `q`, and the filters. */
export function searchPath(parameters: Record<string, string>): string {
  return `/search?${new URLSearchParams(parameters)}`;
}

/** Returns the path of a picture, audio or video file; its bytes never change. */
export function mediaPath(mediaId: string, file: string): string {
  return `/media/${mediaId}/${file}`;
}

/** Returns the path of the page on which people sign in. */
export function signInPath(): string {
  return '/admin/sign-in';
}

/** Returns the path of a page or handler of the admin with a query: `media/list`. */
export function adminPath(part: string, query: Record<string, string> | URLSearchParams): string {
  return `/admin/${part}?${new URLSearchParams(query)}`;
}

/** Returns the path of a series in the admin. */
export function adminSeriesPath(seriesId: number): string {
  return `/admin/series#series-${seriesId}`;
}

/** Returns the path of a post in the admin, or of one of its parts: `preview`. */
export function adminPostPath(postId: number, part?: string): string {
  return part ? `/admin/posts/${postId}/${part}` : `/admin/posts/${postId}`;
}

/** Returns the path of the posts in the admin, filtered by a query: `status=draft`. */
export function adminPostsPath(query = ''): string {
  return query ? `/admin/posts?${query}` : '/admin/posts';
}

/**
 * Decodes a slug, or a whole path, to the form in the database, with its Khmer in NFC. A malformed one stays
 * as it is, and matches nothing.
 */
export function decodedSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize('NFC');
  } catch (error) {
    if (error instanceof URIError) return slug;
    throw error;
  }
}
