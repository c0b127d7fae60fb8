import { MAX_VIDEO_BYTES } from '../media/recordings/recording';
import type { EditionName, Limits, Route } from './route';

/*
 * Every address that the publication answers, in one table: which handler answers, to which methods, how long
 * the answer is cached, and the size limits of a request. All code that needs to know about an address uses
 * this table.
 */

/**
 * The longest accepted target (path and query). RFC 9110 asks every server for at least 8,000 octets, and
 * nginx accepts 8 KB. The longest of ours is half of that: a search for 200 Khmer letters, each nine
 * characters long when percent-encoded, within a topic and an author of 100 such letters.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-4.1-5
 */
export const MAX_TARGET_LENGTH = 8000;
/** What anyone but authors may send takes seconds, even on a slow connection. */
const LIMITS: Limits = { path: 2000, query: 6000, bodyBytes: 64 * 1024, bodyMs: 20_000 };
/** A video of 500 MB may take an hour on a slow connection. */
export const LONGEST_UPLOAD_MS = 60 * 60 * 1000;
/** The sign-in library and Next put addresses inside other addresses. A long text takes minutes on a bad line. */
const LIMITS_OF_ADMIN: Limits = {
  path: MAX_TARGET_LENGTH,
  query: MAX_TARGET_LENGTH,
  // Next itself takes 1 MB of a server action.
  bodyBytes: 2 * 1024 * 1024,
  bodyMs: 5 * 60 * 1000,
};
/** Without a session, only the forms of sign-in and set-up can be sent. */
const LIMITS_OF_STRANGERS: Limits = { ...LIMITS_OF_ADMIN, bodyBytes: 64 * 1024, bodyMs: 20_000 };
/** The save of the longest text. */
const LIMITS_OF_SAVES: Limits = { ...LIMITS_OF_ADMIN, bodyBytes: 11 * 1024 * 1024 };
const LIMITS_OF_UPLOADS: Limits = {
  ...LIMITS_OF_ADMIN,
  bodyBytes: MAX_VIDEO_BYTES,
  bodyMs: LONGEST_UPLOAD_MS,
};

const READ = ['GET', 'HEAD'] as const;
/** The methods that Next may decide about: those of pages and server actions. */
export const NEXT_METHODS: readonly string[] = [...READ, 'POST'];

const kept = { methods: READ, cache: 'reader', limits: LIMITS } as const;
const keptApart = { methods: READ, cache: 'reader-apart', limits: LIMITS } as const;
const closed = { methods: READ, limits: LIMITS, isClosed: true } as const;
/** Not for readers. */
const secret = { ...closed, cache: 'never', isPrivate: true } as const;
const admin = {
  ...secret,
  handler: 'admin',
  methods: NEXT_METHODS,
  limits: LIMITS_OF_ADMIN,
  limitsOfStrangers: LIMITS_OF_STRANGERS,
} as const;

const page = (pattern: string, more: Partial<Route> = {}): Route => ({
  ...kept,
  pattern,
  handler: 'page',
  ...more,
});
/** A page that each language has: the main language at the plain address, the others below their code. */
const pageInLanguages = (pattern: string, more: Partial<Route> = {}): Route[] => [
  page(pattern, { ...more, inLanguages: 'main' }),
  page(`/:language${pattern}`, { ...more, inLanguages: 'other' }),
];
const data = (pattern: string): Route => ({ ...kept, pattern, handler: 'data' });
const feed = (place: string): Route => ({
  ...kept,
  pattern: `${place}/(feed.xml|atom.xml|feed.json)`,
  handler: 'feed',
});
/** Pages in colours cost little to make again from cached pages; text editions are cached like pages. */
const edition = (name: EditionName, rule: typeof kept | typeof keptApart): Route[] =>
  [`/${name}`, `/${name}/*`].map((pattern) => ({ ...rule, pattern, handler: 'edition', edition: name }));
const formerFeed = { ...kept, cache: 'handler', handler: 'former-feed' } as const;

/** The rows. The last one answers everything that no other row does. */
export const ROUTES: readonly Route[] = [
  // Not for readers.
  { ...admin, pattern: '/(admin|api)' },
  { ...admin, pattern: '/(admin|api)/*' },
  { ...admin, pattern: '/admin/media/upload', limits: LIMITS_OF_UPLOADS },
  {
    ...admin,
    pattern: '/admin/posts/:id/draft',
    methods: [...NEXT_METHODS, 'PUT'],
    limits: LIMITS_OF_SAVES,
  },
  { ...secret, pattern: '/admin/posts/:id/preview', handler: 'preview' },
  { ...secret, pattern: '/preview/:token', handler: 'shared-preview' },
  { ...secret, pattern: '/preview/*', handler: 'none', cache: 'reader-apart' },
  { ...secret, pattern: '/healthz', handler: 'health' },

  // Files.
  { ...closed, pattern: '/_next/*', handler: 'files', cache: 'handler' },
  { ...closed, pattern: '/media/*', handler: 'media', cache: 'immutable' },
  {
    ...kept,
    pattern: '/(apple-touch-icon.png|favicon.ico|icon-192.png|icon-512.png|icon-maskable.png|icon.svg)',
    handler: 'icon',
  },

  // Pages.
  // The front pages of the languages are editions, `/:slug`.
  page('/', { inLanguages: 'main' }),
  page('/page/:n', { inLanguages: 'main' }),
  page('/:slug'),
  page('/:slug/page/:n'),
  page('/:slug/reuse'),
  ...pageInLanguages('/archive'),
  ...pageInLanguages('/archive/:year'),
  ...pageInLanguages('/archive/:year/:month'),
  ...pageInLanguages('/archive/:year/:month/page/:n'),
  ...pageInLanguages('/authors/:slug'),
  ...pageInLanguages('/authors/:slug/page/:n'),
  ...pageInLanguages('/corrections'),
  ...pageInLanguages('/corrections/page/:n'),
  ...pageInLanguages('/feeds'),
  // Its language is that of the feed.
  page('/feeds/about/*'),
  ...pageInLanguages('/recordings'),
  ...pageInLanguages('/recordings/page/:n'),
  ...pageInLanguages('/search', {
    query: ['q', 'page', 'lang', 'topic', 'author', 'year'],
    isSearch: true,
  }),
  ...pageInLanguages('/series'),
  ...pageInLanguages('/series/:slug'),
  ...pageInLanguages('/series/:slug/page/:n'),
  ...pageInLanguages('/topics'),
  ...pageInLanguages('/topics/:slug'),
  ...pageInLanguages('/topics/:slug/page/:n'),

  // Other forms of pages; one edition at a time, or their number would be unlimited.
  ...edition('text', kept),
  ...edition('light', keptApart),
  ...edition('dark', keptApart),
  { ...keptApart, pattern: '/(text|light|dark)/(text|light|dark)', handler: 'none' },
  { ...keptApart, pattern: '/(text|light|dark)/(text|light|dark)/*', handler: 'none' },
  { ...keptApart, pattern: '/:slug/copy.html', handler: 'edition', edition: 'copy' },

  // For programs.
  feed(''),
  feed('/:slug'),
  feed('/topics/:slug'),
  feed('/authors/:slug'),
  feed('/series/:slug'),
  feed('/:language/topics/:slug'),
  feed('/:language/authors/:slug'),
  feed('/:language/series/:slug'),
  data('/manifest.webmanifest'),
  data('/robots.txt'),
  data('/sitemap.xml'),
  data('/sitemap/:part'),
  data('/share/:slug/:file'),

  // The feeds of a WordPress site that was on this domain.
  { ...formerFeed, pattern: '/*/feed' },
  { ...formerFeed, pattern: '/*/feed/:format' },
  { ...formerFeed, pattern: '/*', parameter: 'feed' },

  // The page that is sent with 404 is not a page itself.
  { ...keptApart, pattern: '/not-found', handler: 'none' },
  { ...keptApart, pattern: '/:language/not-found', handler: 'none', inLanguages: 'other' },
  { ...keptApart, pattern: '/*', handler: 'none' },
];
