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
  const last = (count: number) => Math.max(2, Math.floor(count / PER_PAGE.reader) - SAMPLES);
  const flat = (what: string, ...all: string[]): Kind => ({ what, paths: all, promise: 'flat' });
  // The last that is full: one of its posts changes before each request.
  const part = Math.floor(posts / 1000);
  return [
    flat('front page and editions', '/', '/km', '/en'),
    flat('front page, /page/2 and on', ...numbers(2).map((n) => `/page/${n}`)),
    flat('front page, last pages', ...numbers(last(posts)).map((n) => `/page/${n}`)),
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
  const search = (what: string, queries: string[]): Kind => ({
    what: `search: ${what}`,
    paths: queries.map((q) => `/search?q=${encodeURIComponent(q)}`),
    promise: 'search',
  });
  const step = Math.floor(posts / SAMPLES / 2);
  const rare = numbers(0).map((n) => rareWords[n * step] ?? '');
  const common = words.en.filter((word) => word.length > 2);
  const khmer = words.km.filter((word) => word.length > 3);
  const three = (from: number) => khmer.slice(from, from + 3).join(' ');
  return [
    search('one rare word', rare),
    search('one common word', common.slice(3, 3 + SAMPLES)),
    search(
      'two common words',
      numbers(10).map((n) => `${common[n]} ${common[n + 20]}`),
    ),
    search(
      'a phrase',
      numbers(5).map((n) => `"${common[n]} ${common[n + 1]}"`),
    ),
    search(
      'three Khmer words',
      numbers(5).map((n) => three(n * 3)),
    ),
    search(
      'a misspelt word',
      rare.map((word) => `${word.slice(0, 3)}x${word.slice(3)}`),
    ),
    search(
      'six misspelt words',
      numbers(0).map((n) =>
        numbers(n)
          .slice(0, 6)
          .map((at) => `${rare[at % SAMPLES]}q`)
          .join(' '),
      ),
    ),
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
