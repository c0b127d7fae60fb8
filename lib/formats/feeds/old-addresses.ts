import { isLanguageCode } from '@/lib/language/languages';

/** The files that stand for WordPress's kinds of feed. */
const FILES: Record<string, string> = {
  '': 'feed.xml',
  rss: 'feed.xml',
  rss2: 'feed.xml',
  rdf: 'feed.xml',
  feed: 'feed.xml',
  atom: 'atom.xml',
  json: 'feed.json',
};
const FOLDERS: Record<string, string> = { category: 'topics', tag: 'topics', author: 'authors' };
const FEED_PATH = /^(.*?)\/feed(?:\/(rss|rss2|rdf|atom|json))?\/*$/;

/**
 * Where a feed of a WordPress site is now, or null when the address is of no such feed:
 * `/feed/atom/`, `/category/law/feed/`, `/author/dara/feed/`, `/km/feed/`, `/comments/feed/`,
 * `/a-post/feed/` (its comments, so the post itself), `/?feed=rss2`.
 * @param target path and query of a request, as they came.
 * @see https://wordpress.org/documentation/article/wordpress-feeds/
 */
export function movedFeed(target: string): string | null {
  // Nearly every request ends here. A backslash is a slash to browsers, and could lead to another site.
  if (!target.includes('feed') || target.includes('\\')) return null;
  const [path = '/', query = ''] = target.split('?', 2);
  const asked = new URLSearchParams(query).get('feed');
  // WordPress answers `?feed=` at every address; here only its own pages have other uses for a query.
  if (asked !== null) return placeOf(path, fileFor(asked.replace(/^comments-/, '')));
  const [, place, kind = ''] = FEED_PATH.exec(path) ?? [];
  return place === undefined ? null : placeOf(place, fileFor(kind));
}

function fileFor(kind: string): string {
  return FILES[kind] ?? 'feed.xml';
}

function placeOf(path: string, file: string): string | null {
  const segments = withoutLanguages(path.split('/').filter(Boolean));
  const [first = '', ...others] = segments;
  const last = others.at(-1);
  const folder = FOLDERS[first];
  // A category may lie within others; a topic stands alone.
  if (folder && last) return `/${folder}/${last}/${file}`;
  if ((first === 'topics' || first === 'authors') && others.length === 1) return `/${first}/${last}/${file}`;
  if (segments.length === 0 || first === 'comments' || first === 'index.php') return `/${file}`;
  if (isLanguageCode(first)) return `/${first}/${file}`;
  // The comments of one post: there are none here, so it leads to the post, by its former address if need be.
  return /^(?:admin|api|_next|media)$/.test(first) ? null : `/${segments.join('/')}`;
}

/** The parts of a path after the languages it begins with; the last part stays, whatever it is. */
function withoutLanguages(segments: string[]): string[] {
  const start = segments.findIndex((segment) => !isLanguageCode(segment));
  return segments.slice(start < 0 ? -1 : start);
}
