import { afterEach, beforeEach, expect, test } from 'vitest';
import { servePublication } from '@/tools/testing/served-publication';
import type { Route } from './route';
import { MAX_TARGET_LENGTH } from './routes';

const OPEN = 'o'.repeat(43);
const ENDED = 'e'.repeat(43);
const THERE = ['/there', `/preview/${OPEN}`, '/preview/over'];

let served: Awaited<ReturnType<typeof servePublication>>;
/** The requests to Next. */
let asked: string[];
let version: number;
/** The warnings to the operator. */
let warnings: string[];

beforeEach(async () => {
  asked = [];
  warnings = [];
  version = 1;
  served = await servePublication({
    next: async (incoming, outgoing) => {
      asked.push(String(incoming.url));
      const isThere = THERE.includes(incoming.url ?? '');
      outgoing.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html' }).end('<p>Next</p>');
    },
    currentVersion: () => version,
    isPreviewOpen: (token) => token === OPEN,
    isServedMedia: () => true,
    warn: (sentence) => warnings.push(sentence),
  });
});
afterEach(() => served.close());

/** @returns the status. */
async function ask(path: string, method = 'GET'): Promise<number> {
  return (await served.ask(path, { method })).status;
}

test.each([
  '/_next/../admin/posts',
  '/_next/%2e%2E/admin/posts',
  '/_next/..\\admin',
  '/icon.svg/../admin',
  '/admin/posts/1/preview/..',
  '/admin/./posts',
  '/media/../admin',
  '/there.rsc',
])('%s, which Next would read as another address, is not a page', async (path) => {
  expect(await ask(path)).toBe(404);
  expect(asked.filter((target) => target !== '/not-found')).toEqual([]);
});

test('reader pages and files are read-only', async () => {
  for (const path of ['/there', '/_next/static/x.css', '/icon.svg', '/_next/../admin']) {
    expect(await ask(path, 'POST'), path).toBe(405);
  }
  expect(asked).toEqual([]);
});

test('a target in absolute form is the address in it', async () => {
  const answer = await served.askRaw(
    'GET http://lamp.example/there HTTP/1.1\r\nHost: lamp.example\r\nConnection: close\r\n\r\n',
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(asked).toEqual(['/there']);
});

test('the not-found page is rendered once for all missing paths, until something changes', async () => {
  for (const path of ['/a', '/b', '/c']) expect(await ask(path)).toBe(404);
  expect(asked).toEqual(['/a', '/not-found', '/b', '/c']);
  version = 2;
  expect(await ask('/d')).toBe(404);
  expect(asked.slice(4)).toEqual(['/d', '/not-found']);
});

test('a shared preview is not cached, sends no referrer, and cannot be framed', async () => {
  const { status, headers } = await served.ask(`/preview/${OPEN}`, { headers: { cookie: 'broadside=x' } });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  });
  expect(await ask(`/preview/${OPEN}`, 'POST')).toBe(405);
});

test('an expired preview link answers 410, and its token is not passed to Next', async () => {
  expect(await ask(`/preview/${ENDED}`)).toBe(410);
  expect(asked).toEqual(['/preview/over']);
});

test.each([
  `/%70review/${OPEN}`,
  `/text/preview/${OPEN}`,
  `/dark/preview/${OPEN}`,
  '/preview/over',
  '/preview/x',
])('%s is not a reader page, so that no draft is ever cached among those', async (path) => {
  expect(await ask(path)).toBe(404);
  expect(asked.filter((target) => target !== '/not-found')).toEqual([]);
});

test.each([
  ['/', 'a'],
  ['/admin/', '/'],
  ['/_next/static/', 'a'],
  ['/media/', 'a'],
  ['/?feed=', '1'],
])('a target longer than the limit answers 414, whatever it begins with: %s', async (start, filling) => {
  const target = start.padEnd(MAX_TARGET_LENGTH + 1, filling);
  const { status, headers } = await served.ask(target);
  expect(status).toBe(414);
  expect(headers).toMatchObject({ 'cache-control': 'no-store' });
  expect(await ask(target, 'POST')).toBe(414);
  expect(asked).toEqual([]);
});

test('the longest addresses of the publication are within the limit', async () => {
  const letters = (count: number) => encodeURIComponent('ក'.repeat(count));
  const parameters = `&lang=km&topic=${letters(100)}&author=${letters(100)}&year=2026&page=1000`;
  for (const path of [
    `/dark/topics/${letters(100)}/page/1000`,
    `/search?q=${letters(200)}${parameters}`,
    `/${letters(100)}?fbclid=${'x'.repeat(500)}`,
  ])
    expect(await ask(path), path).toBe(404);
});

test('the operator is warned once about a proxy that is not trusted', async () => {
  await served.ask('/healthz');
  expect(warnings).toEqual([]);
  for (let visit = 0; visit < 2; visit += 1)
    await served.ask('/healthz', { headers: { 'x-forwarded-for': '203.0.113.7' } });
  expect(warnings).toEqual([expect.stringContaining('TRUST_PROXY=true')]);
});

/** A table of two rows: an address that is an edition in the publication's table is a page here. */
const OTHER_ROWS: Route[] = (['/text/:slug', '/*'] as const).map((pattern) => ({
  pattern,
  handler: pattern === '/*' ? 'none' : 'page',
  methods: ['GET', 'HEAD'],
  cache: 'reader',
  limits: { path: 100, query: 100, bodyBytes: 1000, bodyMs: 1000 },
}));

test('a publication with its own table has the rows of that table only', async () => {
  const other = await servePublication({
    routes: OTHER_ROWS,
    next: async ({ url }, response) => {
      asked.push(String(url));
      const isFound = url !== '/not-found';
      response.writeHead(isFound ? 200 : 404, { 'content-type': 'text/html' }).end('<p>Next</p>');
    },
  });
  const statuses = [];
  for (const path of ['/text/there', '/there', '/dark/text/there', '/admin', '/feed.xml', '/feed'])
    statuses.push((await other.ask(path)).status);
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
  expect(asked).toEqual(['/text/there', '/not-found']);
  other.close();
});

test('in development Next answers what it can, to any method; feeds and editions are made here', async () => {
  const dev = await servePublication({
    isDev: true,
    next: async ({ method, url }, response) => {
      asked.push(`${method} ${url}`);
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>');
    },
  });
  for (const path of ['/there', `/preview/${OPEN}`, '/_next/hot', '/admin/posts/1/preview'])
    expect((await dev.ask(path, { method: 'POST' })).status, path).toBe(200);
  expect(asked.splice(0)).toEqual([
    'POST /there',
    `POST /preview/${OPEN}`,
    'POST /_next/hot',
    'POST /admin/posts/1/preview',
  ]);
  expect((await dev.ask('/feed.xml')).body).toBe('<rss/>');
  expect((await dev.ask('/dark/there')).body).toContain('data-colours="dark"');
  expect((await dev.ask('/a/../admin')).status).toBe(404);
  expect(asked).toEqual(['GET /there', 'GET /not-found']);
  dev.close();
});
