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

/**
 * Where a feed of a WordPress site is now: `/feed/atom/`, `/category/law/feed/`, `/author/dara/feed/`,
 * `/km/feed/`, `/comments/feed/`, `/a-post/feed/` (its comments, so the post itself), `/?feed=rss2`.
 * The table of routes knows these addresses.
 * @param target path and query of a request, as they came.
 * @see https://wordpress.org/documentation/article/wordpress-feeds/
 */
export function movedFeed(target: string): string {
  const [path = '/', query = ''] = target.split('?', 2);
  const segments = path.split('/').filter(Boolean);
  const asked = new URLSearchParams(query).get('feed');
  // WordPress answers `?feed=` at every address; here only its own pages have other uses for a query.
  if (asked !== null) return placeOf(segments, fileFor(asked.replace(/^comments-/, '')));
  const isPlain = segments.at(-1) === 'feed';
  return placeOf(segments.slice(0, isPlain ? -1 : -2), fileFor(isPlain ? '' : (segments.at(-1) ?? '')));
}

function fileFor(kind: string): string {
  return FILES[kind] ?? 'feed.xml';
}

function placeOf(path: string[], file: string): string {
  const segments = withoutLanguages(path);
  const [first = '', ...others] = segments;
  const last = others.at(-1);
  const folder = FOLDERS[first];
  // A category may lie within others; a topic stands alone.
  if (folder && last) return `/${folder}/${last}/${file}`;
  if ((first === 'topics' || first === 'authors') && others.length === 1) return `/${first}/${last}/${file}`;
  if (segments.length === 0 || first === 'comments' || first === 'index.php') return `/${file}`;
  if (isLanguageCode(first)) return `/${first}/${file}`;
  // The comments of one post: there are none here, so it leads to the post, by its former address if need be.
  return `/${segments.join('/')}`;
}

/** The parts of a path after the languages it begins with; the last part stays, whatever it is. */
function withoutLanguages(segments: string[]): string[] {
  const start = segments.findIndex((segment) => !isLanguageCode(segment));
  return segments.slice(start < 0 ? -1 : start);
}
