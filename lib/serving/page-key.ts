import { pageOf } from '../formats/editions/requested-edition';

/** What a reader asked for, in the one form under which it is rendered and kept. */
export interface PageRequest {
  /** Percent-encoded path and known query, such as `/search?q=river&page=2`. */
  key: string;
  /** Percent-decoded path, such as `/ទន្លេ`. */
  path: string;
  /** Whether such pages are kept apart, since whoever asks for many of them should push out no other. */
  isEndless: boolean;
}

const SEARCH = '/search';
const SEARCH_PARAMETERS = ['q', 'page', 'lang', 'topic', 'author', 'year'];
const LONGEST_VALUE = 200;
const LONGEST_PATH = 2000;
/** What is not for readers is reached by its plain address alone, never by an encoded spelling of it. */
const NOT_FOR_READERS = /^\/(?:admin|api|_next|media|preview)(?:\/|$)/i;
/** Next answers any such path with data for its own scripts, under endlessly many names. */
const FOR_SCRIPTS = /\.rsc$/i;
/** Large and seldom asked for: kept apart too, so that no pages are pushed out by them. */
const COPY = /\/copy\.html$/;
/** The same pages in other colours, which cost little to make again from those that are kept. */
const IN_COLOURS = /^\/(?:light|dark)(?:\/|$)/;
const PLAIN_PATH = /^\/(?:[\w.~-]+(?:\/[\w.~-]+)*)?$/;

/**
 * The page that a request's target names, or where it is instead when it is written otherwise
 * (doubled or trailing slashes), or null when it cannot be a page. Parameters that pages do not know
 * are dropped, so that trackers and attackers cannot multiply what is kept.
 */
export function parsePageRequest(target: string): PageRequest | { redirect: string } | null {
  const [rawPath = '/', rawQuery = ''] = splitOnce(target);
  if (rawPath.length > LONGEST_PATH) return null;
  const path = decodePath(rawPath);
  if (path === null) return null;
  const segments = path.split('/').filter(Boolean);
  if (segments.some((segment) => segment === '.' || segment === '..')) return null;
  const page = pageOf(path);
  if (NOT_FOR_READERS.test(page) || FOR_SCRIPTS.test(page)) return null;
  const canonical = PLAIN_PATH.test(rawPath) ? rawPath : `/${segments.map(encodeURIComponent).join('/')}`;
  const query = page === SEARCH ? knownQuery(rawQuery) : '';
  if (rawPath !== '/' && /\/\/|\/$/.test(rawPath))
    return { redirect: canonical + (rawQuery && `?${rawQuery}`) };
  return {
    key: canonical + query,
    path: `/${segments.join('/')}`,
    isEndless: query !== '' || COPY.test(path) || IN_COLOURS.test(path),
  };
}

function splitOnce(target: string): [string, string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}

function decodePath(path: string): string | null {
  if (PLAIN_PATH.test(path)) return path;
  try {
    const decoded = decodeURIComponent(path);
    // An encoded slash or a backslash would mean another path to Next than to us; control characters mean nothing.
    return path.startsWith('/') && !/%2f|%5c|\\/i.test(path) && !/\p{Cc}/u.test(decoded) ? decoded : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function knownQuery(rawQuery: string): string {
  const given = new URLSearchParams(rawQuery);
  const known = new URLSearchParams();
  for (const name of SEARCH_PARAMETERS) {
    const value = given.get(name)?.trim();
    if (value) known.set(name, value.slice(0, LONGEST_VALUE));
  }
  return known.size > 0 ? `?${known}` : '';
}
