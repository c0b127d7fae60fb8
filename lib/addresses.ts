/*
 * Every path of readers' pages is made and read here. Paths are percent-encoded, as links, feeds and
 * headers need them; slugs are as the database holds them. Browsers load this module too.
 */

/** The places that list posts, by the first segment of their paths. */
export type PlaceFolder = 'topics' | 'authors' | 'series';

/** The page of a post or a fixed page. */
export function postPath(slug: string): string {
  return `/${encodeURIComponent(slug)}`;
}

/** The same for people to read, and as redirects hold it: not percent-encoded. */
export function plainPostPath(slug: string): string {
  return `/${slug}`;
}

/** The slug in a path that is not percent-encoded, with or without slashes around it. */
export function slugInPlainPath(path: string): string {
  return path.replace(/^\/|\/$/g, '');
}

/** The page of a topic, an author or a series. */
export function placePath(folder: PlaceFolder, slug: string): string {
  return `/${folder}/${encodeURIComponent(slug)}`;
}

/** The page of a topic. */
export function topicPath(slug: string): string {
  return placePath('topics', slug);
}

/** The page of an author. */
export function authorPath(slug: string): string {
  return placePath('authors', slug);
}

/** The page of a series. */
export function seriesPath(slug: string): string {
  return placePath('series', slug);
}

/** The front page of one language's edition. */
export function editionPath(language: string): string {
  return `/${language}`;
}

/** The archive of a period: `2022` or `2022-10`. */
export function archivePath(period: string): string {
  return `/archive/${period.replace('-', '/')}`;
}

/** A later page of a list; the first is at the list's own path. @param page from 1. */
export function pagePath(path: string, page: number): string {
  return page > 1 ? `${path === '/' ? '' : path}/page/${page}` : path;
}

/** The page of a post in one file, to be read without a network. */
export function copyPath(slug: string): string {
  return `${postPath(slug)}/copy.html`;
}

/** A picture of a post for those who share it. */
export function sharingPicturePath(slug: string, file: string): string {
  return `/share/${encodeURIComponent(slug)}/${file}`;
}

/** Results of a search: `q`, and what narrows it. */
export function searchPath(parameters: Record<string, string>): string {
  return `/search?${new URLSearchParams(parameters)}`;
}

/** A file of a picture, a sound or a film; its bytes never change. */
export function mediaPath(mediaId: string, file: string): string {
  return `/media/${mediaId}/${file}`;
}

/** A post in the admin, or one of its parts: `preview`. */
export function adminPostPath(postId: number, part?: string): string {
  return part ? `/admin/posts/${postId}/${part}` : `/admin/posts/${postId}`;
}

/** The posts in the admin, narrowed by a query: `status=draft`. */
export function adminPostsPath(query = ''): string {
  return query ? `/admin/posts?${query}` : '/admin/posts';
}

/**
 * A slug, or a whole path, as the database holds it: decoded, its Khmer in NFC. A malformed one stays as
 * it is, and names nothing.
 */
export function decodedSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize('NFC');
  } catch (error) {
    if (error instanceof URIError) return slug;
    throw error;
  }
}
