import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LanguageCode } from '@/lib/language/languages';
import { refusalsEn } from '@/lib/language/refusals/en';
import { refusalsKm } from '@/lib/language/refusals/km';
import { servePublication } from '@/tools/testing/served-publication';
import type { Route } from './route';
import { ROUTES } from './routes';
import { commonHeaders } from './security-headers';

let served: Awaited<ReturnType<typeof servePublication>>;
/** The requests to Next. */
let asked: string[];
beforeEach(async () => {
  asked = [];
  served = await servePublication({
    next: async ({ url }, response) => {
      asked.push(String(url));
      if (url === '/broken') throw new Error('Next is broken.');
      response.writeHead(url === '/there' ? 200 : 404, { 'content-type': 'text/html' }).end('<p>Next</p>');
    },
    report: () => undefined,
  });
});
afterEach(() => served.close());

test.each(['TRACE', 'PROPFIND', 'QUERY'])('%s is refused everywhere, before Next', async (method) => {
  for (const path of ['/there', '/admin/posts', '/api/auth/x', '/media/abc/1.jpg', '/healthz', '/feed']) {
    const answer = await served.askRaw(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer, path).toMatch(/^HTTP\/1\.1 405 /);
    expect(answer).toMatch(/\r\nallow: GET, HEAD/i);
  }
  expect(asked).toEqual([]);
});

test('CONNECT is refused, and its connection ends', async () => {
  const answer = await served.askRaw('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 405 /);
  expect(answer).toContain('x-content-type-options: nosniff');
});

test('CONNECT directly after another request does not disturb the server', async () => {
  const connecting = 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n';
  const answer = await served.askRaw(`GET /there HTTP/1.1\r\nHost: x\r\n\r\n${connecting}`);
  expect(answer).toContain('HTTP/1.1 405 ');
  expect((await served.ask('/there')).status).toBe(200);
});

test.each([
  ['an unknown method', 'HELLO / HTTP/1.1\r\nHost: x\r\n\r\n', 400, refusalsEn.badRequest],
  [
    'headers without end',
    `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    refusalsEn.headersTooLong,
  ],
  ['two hosts', 'GET / HTTP/1.1\r\nHost: x\r\nhOST: x\r\n\r\n', 400, refusalsEn.twoHosts],
  ['an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: gold\r\n\r\n', 417, refusalsEn.unmetExpectation],
])('%s is refused with a sentence and the common headers', async (_what, bytes, status, sentence) => {
  const answer = (await served.askRaw(bytes)).toLowerCase();
  expect(answer.startsWith(`http/1.1 ${status} `)).toBe(true);
  for (const [name, value] of Object.entries(commonHeaders('http://localhost:3000')))
    expect(answer).toContain(`${name}: ${value}\r\n`.toLowerCase());
  expect(answer.endsWith(`\r\n\r\n${sentence.toLowerCase()}\n`)).toBe(true);
  expect(asked).toEqual([]);
});

test('an unreadable request behind another does not disturb its answer', async () => {
  const answer = await served.askRaw('GET /there HTTP/1.1\r\nHost: x\r\n\r\nHELLO\r\n\r\n');
  expect(answer.match(/HTTP\/1\.1 [45]\d\d /g)?.length ?? 0).toBeLessThanOrEqual(1);
  expect((await served.ask('/there')).status).toBe(200);
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s is refused, except where texts are saved',
  async (method) => {
    for (const path of [
      '/there',
      '/admin',
      '/admin/posts/1',
      '/api/auth/csrf',
      '/media/abc/1.jpg',
      '/healthz',
    ])
      expect((await served.ask(path, { method })).status, path).toBe(405);
    const saved = await served.ask('/admin/posts/1/draft', { method });
    expect(saved.status === 405).toBe(method !== 'PUT');
  },
);

test('every answer has the common headers', async () => {
  const requests: [path: string, status: number, method?: string][] = [
    ['/there', 200],
    ['/there', 405, 'POST'],
    ['/there/', 308],
    ['/feed', 301],
    ['/nothing', 404],
    ['/media/abc/1.jpg', 404],
    ['/admin', 405, 'TRACE'],
    [`/${'a'.repeat(3000)}`, 414],
    ['/broken', 500],
  ];
  for (const [path, status, method] of requests) {
    const answer = await served.ask(path, { method });
    expect(answer.status, path).toBe(status);
    expect(answer.headers, path).toMatchObject(commonHeaders('http://localhost:3000'));
  }
});

test.each([
  ['/km', 'POST', 405, 'km', refusalsKm.methodNotAllowed],
  ['/there', 'POST', 405, 'en', refusalsEn.methodNotAllowed],
  ['/media/abc/1.jpg', 'GET', 404, 'en', refusalsEn.noSuchFile],
  [`/km?${'x'.repeat(7000)}`, 'GET', 414, 'km', refusalsKm.addressTooLong],
])(
  'a refusal is in the language of the path: %.20s, %s',
  async (path, method, status, language, sentence) => {
    const answer = await served.ask(path, { method });
    expect(answer).toMatchObject({ status, body: `${sentence}\n` });
    expect(answer.headers).toMatchObject({ 'content-language': language, 'cache-control': 'no-store' });
  },
);

test('a path without a language is answered in the main one, in English if it cannot be read', async () => {
  const reported: unknown[] = [];
  const broken = new Error('The database cannot be read.');
  let main = (): LanguageCode => 'km';
  const other = await servePublication({
    next: async () => undefined,
    mainLanguage: () => main(),
    report: (error) => reported.push(error),
  });
  expect((await other.ask('/there', { method: 'POST' })).body).toBe(`${refusalsKm.methodNotAllowed}\n`);
  main = () => {
    throw broken;
  };
  expect((await other.ask('/there', { method: 'POST' })).body).toBe(`${refusalsEn.methodNotAllowed}\n`);
  expect(reported).toEqual([broken]);
  other.close();
});

test('an error before any handler is asked answers 500, and the server continues', async () => {
  const broken = new Error('This row is broken.');
  const row: Route = {
    pattern: '/row',
    handler: 'page',
    methods: ['GET'],
    cache: 'reader',
    get limits(): never {
      throw broken;
    },
  };
  const reported: unknown[] = [];
  const other = await servePublication({
    routes: [row, ...ROUTES],
    next: async (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(),
    report: (error) => reported.push(error),
  });
  expect((await other.ask('/row')).status).toBe(500);
  expect((await other.ask('/there')).status).toBe(200);
  expect(reported).toEqual([broken]);
  other.close();
});

test.each([
  ['gone', 410],
  ['missing', 404],
] as const)('the feed of a former site that is %s answers %i', async (kind, status) => {
  const other = await servePublication({ next: async () => undefined, findFormerFeed: () => ({ kind }) });
  expect(await other.ask('/km/a-post/feed/')).toMatchObject({ status, body: `${refusalsKm.noSuchFeed}\n` });
  other.close();
});
