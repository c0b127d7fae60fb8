import { globSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { RESERVED_SLUGS } from '@/lib/posts/slug';
import { pieceOf } from '@/lib/process/gzip-pieces';
import { servePublication } from '@/tools/testing/served-publication';
import type { CacheRule, HandlerName } from './route';
import { RouteTable, spelledOut } from './route-table';
import { ROUTES } from './routes';

vi.mock('@/lib/posts/search-in-thread', () => ({
  searchInThread: async () => ({ piece: pieceOf(Buffer.from('<p>Found.</p>')), specimen: '<p>' }),
}));

const routes = new RouteTable(ROUTES);
const KHMER = encodeURIComponent('ទន្លេ');
const TOKEN = 't'.repeat(43);
/** What the stand-in for Next has; it answers 404 to everything else. */
const THERE = new Set([
  ...['/', '/a-post', `/${KHMER}`, '/topics/law', '/archive/2026/11', '/search', '/search?q='],
  ...['/feeds/about/feed.xml', '/robots.txt', '/sitemap/posts-1.xml', '/share/a-post/1.png', '/icon.svg'],
  ...['/admin', '/admin/posts/1', '/admin/posts/1/preview', '/_next/static/x.css', `/preview/${TOKEN}`],
]);
const FILE = /\.(?:txt|xml|png|svg|css)$/;

let served: Awaited<ReturnType<typeof servePublication>>;
/** The methods and targets of the requests to Next. */
let asked: string[];
beforeAll(async () => {
  asked = [];
  served = await servePublication({
    next: async ({ method, url = '' }, response) => {
      asked.push(`${method} ${url}`);
      const type = FILE.test(url) ? 'text/plain' : 'text/html';
      response
        .writeHead(THERE.has(url) ? 200 : 404, { 'content-type': type })
        .end('<html><slot name="search"></slot></html>');
    },
    isPreviewOpen: (token) => token === TOKEN,
    isServedMedia: () => true,
  });
});
afterAll(() => served.close());

const READERS = 'public, max-age=0, s-maxage=2, stale-if-error=604800';
/** `Cache-Control` for existing and missing pages, by rule; for the other rules the handler decides. */
const SAID: Partial<Record<CacheRule, string>> = { reader: READERS, 'reader-apart': READERS };

type Row = [target: string, handler: HandlerName, cache: CacheRule, status: number, location?: string];
const ROWS: Row[] = [
  // Pages.
  ['/', 'page', 'reader', 200],
  ['/?utm_source=x', 'page', 'reader', 200],
  ['/a-post', 'page', 'reader', 200],
  ['/a-post?fbclid=1', 'page', 'reader', 200],
  [`/${KHMER}`, 'page', 'reader', 200],
  [`/${KHMER.toLowerCase()}`, 'page', 'reader', 200],
  ['/%61-post', 'page', 'reader', 200],
  ['/topics/law', 'page', 'reader', 200],
  ['/archive/2026/11', 'page', 'reader', 200],
  ['/search', 'page', 'reader', 200],
  ['/search?x=1&page=2&q=river', 'page', 'reader', 200],
  ['/feeds/about/feed.xml', 'page', 'reader', 200],
  ['/km/topics/law', 'page', 'reader', 200],
  ['/km/archive/2026/11?utm_source=x', 'page', 'reader', 200],
  ['/km/search?x=1&q=river', 'page', 'reader', 200],
  ['/en/topics/law?x=1', 'page', 'reader', 301, '/topics/law'],
  ['/en/search?x=1&q=river', 'page', 'reader', 301, '/search?q=river'],
  ['/fr/topics/law', 'none', 'reader-apart', 404],
  ['/km/a-post', 'none', 'reader-apart', 404],
  ['/km/not-found', 'none', 'reader-apart', 404],
  ['/nothing', 'page', 'reader', 404],
  ['/topics/feed.xml', 'page', 'reader', 404],
  ['/not-found', 'none', 'reader-apart', 404],
  ['/a/b/c/d', 'none', 'reader-apart', 404],
  ['/2022/10/15/a-case', 'none', 'reader-apart', 404],
  // Other forms.
  ['/text', 'edition', 'reader', 200],
  ['/text/a-post', 'edition', 'reader', 200],
  ['/text/km/topics/law', 'edition', 'reader', 200],
  ['/dark/en/topics/law', 'edition', 'reader-apart', 301, '/dark/topics/law'],
  [`/text/${KHMER}`, 'edition', 'reader', 200],
  ['/dark', 'edition', 'reader-apart', 200],
  ['/light/a-post', 'edition', 'reader-apart', 200],
  ['/dark/dark', 'none', 'reader-apart', 404],
  ['/text/dark/a-post', 'none', 'reader-apart', 404],
  ['/text/admin', 'edition', 'reader', 404],
  ['/dark/%61dmin', 'edition', 'reader-apart', 404],
  ['/dark/feed.xml', 'edition', 'reader-apart', 301, '/feed.xml'],
  ['/nothing/copy.html', 'edition', 'reader-apart', 404],
  // For programs.
  ['/feed.xml', 'feed', 'reader', 200],
  ['/km/feed.json', 'feed', 'reader', 200],
  [`/topics/${KHMER}/atom.xml`, 'feed', 'reader', 200],
  ['/series/letters/atom.xml', 'feed', 'reader', 200],
  ['/en/topics/law/feed.xml', 'feed', 'reader', 200],
  ['/authors/nothing/atom.xml', 'feed', 'reader', 404],
  ['/robots.txt', 'data', 'reader', 200],
  ['/sitemap/posts-1.xml', 'data', 'reader', 200],
  ['/share/a-post/1.png', 'data', 'reader', 200],
  // Former feeds.
  ['/feed', 'former-feed', 'handler', 301, '/feed.xml'],
  ['/feed/atom/', 'former-feed', 'handler', 301, '/atom.xml'],
  [`/tag/${KHMER}/feed/`, 'former-feed', 'handler', 301, `/topics/${KHMER}/feed.xml`],
  ['/?feed=rss2', 'former-feed', 'handler', 301, '/feed.xml'],
  ['/search?q=feed', 'page', 'reader', 200],
  // Slashes and dots.
  ['/archive/2026/11/', 'page', 'reader', 308, '/archive/2026/11'],
  ['//a-post', 'none', 'reader-apart', 308, '/a-post'],
  ['//evil.example/x', 'none', 'reader-apart', 308, '/evil.example/x'],
  [`/${'/'.repeat(1000)}a`, 'none', 'reader-apart', 308, '/a'],
  [`/${'a/'.repeat(999)}a`, 'none', 'reader-apart', 404],
  [`/${'a/'.repeat(1000)}a`, 'none', 'reader-apart', 414],
  [`/${'/'.repeat(16_000)}`, 'none', 'reader-apart', 414],
  ['/a/../admin', 'none', 'reader-apart', 404],
  ['/%2e%2e/admin', 'none', 'reader-apart', 404],
  ['/\\evil.example', 'none', 'reader-apart', 404],
  ['/a%2fb', 'page', 'reader', 404],
  ['/%E0%A4%A', 'page', 'reader', 404],
  ['/a-post.rsc', 'page', 'reader', 404],
  [`/search?q=${'x'.repeat(6000)}`, 'page', 'reader', 414],
  // Not for readers.
  ['/admin', 'admin', 'never', 200],
  ['/admin/posts/1', 'admin', 'never', 200],
  ['/admin/posts/1/preview', 'preview', 'never', 200],
  ['/admin/posts/x/preview', 'admin', 'never', 404],
  [`/preview/${TOKEN}`, 'shared-preview', 'never', 200],
  [`/preview/${'e'.repeat(43)}`, 'shared-preview', 'never', 410],
  ['/preview/over', 'none', 'reader-apart', 404],
  ['/%61dmin/posts/1', 'none', 'reader-apart', 404],
  ['/Admin', 'page', 'reader', 404],
  ['/api/auth/session', 'admin', 'never', 404],
  ['/healthz', 'health', 'never', 200],
  // Files.
  ['/_next/static/x.css', 'files', 'handler', 404],
  ['/_next', 'page', 'reader', 404],
  ['/icon.svg', 'icon', 'reader', 200],
  ['/media/abc/1.jpg', 'media', 'immutable', 404],
];

/** The rows, each with a name short enough to read. */
const NAMED = ROWS.map((row) => [`${row[0].slice(0, 60)} (${row[0].length})`, row] as const);

test.each(NAMED)(
  'GET %s has its handler, cache rule and answer',
  async (_name, [target, handler, cache, status, location]) => {
    expect(routes.at(target)).toMatchObject({ handler, cache });
    const { headers, ...answer } = await served.ask(target);
    expect(answer.status).toBe(status);
    expect(headers.location).toBe(location);
    if (status === 200 || status === 301) {
      if (cache === 'never') expect(headers['cache-control']).toMatch(/\bno-store$/);
      else if (SAID[cache]) expect(headers['cache-control']).toBe(SAID[cache]);
    }
    expect((await served.ask(target, { method: 'HEAD' })).status, 'HEAD').toBe(status);
  },
);

test.each(NAMED)(
  'POST %s reaches Next in the admin only, and PUT and OPTIONS nowhere',
  async (_name, [target, handler, , status]) => {
    asked = [];
    const isOpen = handler === 'admin';
    for (const method of ['POST', 'PUT', 'OPTIONS']) {
      const answer = await served.ask(target, { method, headers: { origin: 'http://localhost:3000' } });
      expect(answer.status, method).toBe((isOpen && method === 'POST') || status === 414 ? status : 405);
      if (answer.status === 405) expect(answer.headers.allow).toBe(isOpen ? 'GET, HEAD, POST' : 'GET, HEAD');
    }
    expect(asked).toEqual(isOpen ? [`POST ${target}`] : []);
  },
);

/** Returns a pattern without the names of its segments: `/topics/:/page/:`. */
function nameless(segments: string[]): string {
  return `/${segments.map((segment) => segment.replace(/^:.*|^\[\w+\]$/, ':').replace(/^\[\.{3}\w+\]$/, '*')).join('/')}`;
}

test('every file of app that answers an address has a row in the table, in the right handler', () => {
  const rows = new Map(
    ROUTES.flatMap(({ pattern, handler }) => spelledOut(pattern).map((parts) => [nameless(parts), handler])),
  );
  const files = globSync('app/**/{page,route}.{ts,tsx}').map((file) => file.replaceAll('\\', '/'));
  expect(files.length).toBeGreaterThan(45);
  for (const file of files) {
    const parts = file.split('/').slice(1, -1);
    const address = nameless(parts.filter((part) => !part.startsWith('(')));
    // A closed part has one row for everything below it.
    const handler = rows.get(address) ?? rows.get(`/${address.split('/')[1]}/*`);
    expect(handler, `${file} at ${address}`).toBe(handlerOf(file));
  }
});

/** Returns the handler of the answer that a file of `app` gives. */
function handlerOf(file: string): HandlerName {
  if (file.includes('/[token]/')) return 'shared-preview';
  if (file.endsWith('/preview/page.tsx')) return 'preview';
  if (file.startsWith('app/(admin)/')) return 'admin';
  if (/\/(?:not-found|preview\/over)\//.test(file)) return 'none';
  return file.endsWith('route.ts') ? 'data' : 'page';
}

test('every file of the public folder has a row in the table', () => {
  for (const name of readdirSync('public')) expect(routes.at(`/${name}`).handler, name).toBe('icon');
});

test('no post can have an address that has a row of its own', () => {
  const firsts = ROUTES.map(({ pattern }) => pattern.slice(1)).filter((rest) => /^[\w-]+$/.test(rest));
  expect(firsts.length).toBeGreaterThan(8);
  for (const first of firsts) expect([...RESERVED_SLUGS]).toContain(first);
});
