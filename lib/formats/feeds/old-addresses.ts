import type { Db } from '@/db/client';
import {
  decodedSlug,
  editionPath,
  type FeedFile,
  feedPath,
  type PlaceFolder,
  placePath,
} from '@/lib/addresses';
import { isLanguageCode } from '@/lib/language/languages';
import { findMissing, type Missing } from '@/lib/posts/missing';
import { readSite } from '@/lib/settings/site';
import { parseFeedPath } from './answer-feed';
import { feedHeading } from './find-feed';

/** The files that replace WordPress's feed formats. */
const FILES = new Map<string, FeedFile>([
  ['', 'feed.xml'],
  ['rss', 'feed.xml'],
  ['rss2', 'feed.xml'],
  ['rdf', 'feed.xml'],
  ['feed', 'feed.xml'],
  ['atom', 'atom.xml'],
  ['json', 'feed.json'],
]);
const FOLDERS = new Map<string, PlaceFolder>([
  ['category', 'topics'],
  ['tag', 'topics'],
  ['author', 'authors'],
]);

/**
 * Returns where the feed of a former WordPress site is now, if what it is about exists. A redirect to
 * something that does not exist would make feed readers replace a subscription with a dead address.
 * @param target path and query of a request, as received.
 */
export function findFormerFeed(db: Db, target: string): Missing {
  const location = movedFeed(target);
  const feed = parseFeedPath(location.split('/').slice(1));
  // Of a post only the comments had a feed: its readers are sent to the post.
  if (!feed) return findMissing(db, decodedSlug(location));
  return feedHeading(db, readSite(db), feed.place) ? { kind: 'redirect', location } : { kind: 'missing' };
}

/**
 * Returns the current address of a WordPress site's feed: `/feed/atom/`, `/category/law/feed/`,
 * `/author/dara/feed/`, `/km/feed/`, `/comments/feed/`, `/a-post/feed/` (its comments, so the post itself),
 * `/?feed=rss2`. The table of routes contains these addresses.
 * @param target path and query of a request, as received.
 * @see https://wordpress.org/documentation/article/wordpress-feeds/
 */
export function movedFeed(target: string): string {
  const [path = '/', query = ''] = target.split('?', 2);
  const segments = path.split('/').filter(Boolean);
  const asked = new URLSearchParams(query).get('feed');
  // WordPress answers `?feed=` at every address; here only its own pages use a query otherwise.
  if (asked !== null) return placeOf(segments, fileFor(asked.replace(/^comments-/, '')));
  const isPlain = segments.at(-1) === 'feed';
  return placeOf(segments.slice(0, isPlain ? -1 : -2), fileFor(isPlain ? '' : (segments.at(-1) ?? '')));
}

function fileFor(kind: string): FeedFile {
  return FILES.get(kind) ?? 'feed.xml';
}

function placeOf(path: string[], file: FeedFile): string {
  const segments = withoutLanguages(path);
  const [first = '', ...others] = segments;
  const last = others.at(-1);
  const folder = FOLDERS.get(first);
  // A category may be nested; a topic is not.
  if (folder && last) return feedPath(placePath(folder, decodedSlug(last)), file);
  if ((first === 'topics' || first === 'authors') && last && others.length === 1)
    return feedPath(placePath(first, decodedSlug(last)), file);
  if (segments.length === 0 || first === 'comments' || first === 'index.php') return feedPath('/', file);
  if (isLanguageCode(first)) return feedPath(editionPath(first), file);
  // The comments feed of one post: there are no comments here, so it redirects to the post, by its former
  // address if necessary.
  return `/${segments.join('/')}`;
}

/** Removes leading languages from the parts of a path; the last part always stays. */
function withoutLanguages(segments: string[]): string[] {
  const start = segments.findIndex((segment) => !isLanguageCode(segment));
  return segments.slice(start < 0 ? -1 : start);
}
