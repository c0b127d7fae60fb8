import type { Seeded } from '../seed';
import type { Promised } from './measured';

/** A kind of request, with several addresses, so that none is measured twice while the server knows its answer. */
export interface Kind {
  what: string;
  paths: string[];
  /** What is promised: a time, or that it takes at most 1.5 times as long as with 1,000 posts. */
  promise: Extract<Promised, 'desk' | 'search' | 'flat'>;
  /** Whether it needs the owner's session. */
  isSignedIn?: boolean;
}

const PER_PAGE = { reader: 20, desk: 30 };
const SAMPLES = 8;
/** Of each kind of search, so many run cold code, and enough are measured for a 99th percentile. */
export const COLD_SEARCHES = 20;
const SEARCHES = COLD_SEARCHES + 100;

/** The addresses of a publication's places. */
export interface Places {
  topics: string[];
  authors: string[];
  series: string[];
}

/** Lists everything that is requested from a publication of this size. */
export function kindsOf(seeded: Seeded, places: Places, posts: number): Kind[] {
  return [...readerKinds(seeded, places, posts), ...searchKinds(seeded, posts), ...deskKinds(seeded, posts)];
}

const numbers = (from: number) => Array.from({ length: SAMPLES }, (_, n) => from + n);

function readerKinds({ paths }: Seeded, { topics, authors, series }: Places, posts: number): Kind[] {
  // Of every twenty posts, one is the translation of another and is not listed again.
  const listed = posts * 0.95;
  const last = (count: number) => Math.max(2, Math.floor(count / PER_PAGE.reader) - SAMPLES);
  const flat = (what: string, ...all: string[]): Kind => ({ what, paths: all, promise: 'flat' });
  // The last that is full: one of its posts changes before each request.
  const part = Math.floor(posts / 1000);
  return [
    flat('front page and editions', '/', '/km', '/en'),
    flat('front page, /page/2 and on', ...numbers(2).map((n) => `/page/${n}`)),
    flat('front page, last pages', ...numbers(last(listed)).map((n) => `/page/${n}`)),
    flat('edition, last pages', ...numbers(last(posts / 2)).map((n) => `/km/page/${n}`)),
    flat('topic', ...topics),
    flat('topic, last pages', ...numbers(last(posts / 4)).map((n) => `${topics[1]}/page/${n}`)),
    flat('author', ...authors),
    flat('author, last pages', ...numbers(last(posts / 6)).map((n) => `${authors[1]}/page/${n}`)),
    flat('series', ...series),
    flat('archive', '/archive', '/archive/2025', '/archive/2026'),
    flat('archive of a month', ...numbers(1).map((n) => `/archive/2025/0${n}`)),
    flat('corrections', '/corrections'),
    flat('posts with video or audio', '/recordings'),
    flat('a post in English', ...paths.en.slice(100, 100 + SAMPLES)),
    flat('a post in Khmer', ...paths.km.slice(-30, -30 + SAMPLES)),
    flat('a post as text', ...paths.en.slice(200, 200 + SAMPLES).map((path) => `/text${path}`)),
    flat('an address that is not there', ...numbers(1).map((n) => `/nowhere-${n}`)),
    flat('feeds', '/feed.xml', '/atom.xml', '/feed.json'),
    flat('sitemap index', '/sitemap.xml'),
    flat('sitemap, a part', `/sitemap/posts-${part}.xml`),
    flat('sitemap, places', '/sitemap/places.xml'),
  ];
}

function searchKinds({ rareWords, words }: Seeded, posts: number): Kind[] {
  const search = (what: string, queryOf: (n: number) => string): Kind => ({
    what: `search: ${what}`,
    paths: Array.from({ length: SEARCHES }, (_, n) => `/search?q=${encodeURIComponent(queryOf(n))}`),
    promise: 'search',
  });
  const rare = (n: number) => rareWords[(n % SEARCHES) * Math.floor(posts / SEARCHES / 2)] ?? '';
  const common = words.en.filter((word) => word.length > 2);
  const khmer = words.km.filter((word) => word.length > 3);
  const misspelt = (n: number) => `${rare(n).slice(0, 3)}x${rare(n).slice(3)}`;
  return [
    search('one rare word', rare),
    search('one common word', (n) => `${common[n + 3]}`),
    search('two common words', (n) => `${common[n + 10]} ${common[n + 30]}`),
    search('a phrase', (n) => `"${common[n + 5]} ${common[n + 6]}"`),
    search('a Khmer word', (n) => `${khmer[n + 20]}`),
    search('three Khmer words', (n) => [n + 5, n + 6, n + 7].map((at) => khmer[at]).join(' ')),
    search('a misspelt word', misspelt),
    search('six misspelt words', (n) => numbers(n).slice(0, 6).map(misspelt).join(' ')),
  ];
}

function deskKinds({ emptyDraftId, words }: Seeded, posts: number): Kind[] {
  const desk = (what: string, ...paths: string[]): Kind => ({
    what,
    paths,
    promise: 'desk',
    isSignedIn: true,
  });
  const list = (what: string, ...queries: string[]) =>
    desk(`/admin/posts: ${what}`, ...queries.map((query) => `/admin/posts?${query}`));
  const sorts = ['written', 'oldest', 'published', 'publishedOldest', 'headline'];
  const common = words.en.filter((word) => word.length > 3);
  return [
    desk('/admin', '/admin', '/admin', '/admin', '/admin'),
    list('all', '', ''),
    ...['draft', 'scheduled', 'published', 'unlisted', 'withdrawn', 'binned'].map((status) =>
      list(status, ...sorts.map((sort) => `status=${status}&sort=${sort}`)),
    ),
    ...sorts.map((sort) => list(`by ${sort}`, `sort=${sort}`, `sort=${sort}&language=km`)),
    list('a language', 'language=km', 'language=en'),
    list('a kind', 'kind=post', 'kind=page'),
    list('a topic', ...sorts.map((sort) => `topicId=2&sort=${sort}`)),
    list('an author', ...sorts.map((sort) => `authorId=3&sort=${sort}`)),
    list('a topic and an author', 'topicId=2&authorId=3', 'topicId=2&authorId=3&status=draft'),
    list('days', 'from=2025-01-01&to=2025-02-01', 'from=2025-01-01', 'to=2026-01-01&sort=published'),
    list('a search', ...common.slice(3, 7).map((word) => `q=${word}`)),
    list('last page', `page=${Math.floor(posts / PER_PAGE.desk)}`),
    desk('palette', ...common.slice(10, 14).map((word) => `/admin/palette?q=${word}`)),
    desk(
      'library',
      '/admin/media',
      '/admin/media?used=none',
      '/admin/media?without=alt',
      '/admin/media?q=picture',
    ),
    desk('topics, authors, series', '/admin/topics', '/admin/authors', '/admin/series'),
    desk('the editor', `/admin/posts/${emptyDraftId}`, `/admin/posts/${emptyDraftId}`),
  ];
}
