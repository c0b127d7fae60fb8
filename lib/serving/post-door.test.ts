import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusalsEn } from '@/lib/language/refusals/en';
import { refusalsKm } from '@/lib/language/refusals/km';
import { type Asking, servePublication } from '@/tools/testing/served-publication';
import type { Route } from './route';
import { ROUTES } from './routes';

const ORIGIN = 'http://localhost:3000';
const FORM = 'application/x-www-form-urlencoded';
const HERE = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'content-type': FORM };

/** The received forms. */
let taken: string[];
/** The reported errors. */
let reported: unknown[];
let served: Awaited<ReturnType<typeof servePublication>>;

/** A row that is not in the publication's table: a page with a form for readers. */
const LETTERS: Route = {
  pattern: '/letters',
  handler: 'page',
  methods: ['GET', 'HEAD'],
  cache: 'reader',
  limits: { path: 100, query: 100, bodyBytes: 1000, bodyMs: 60_000 },
  form: {
    maxBytes: 40,
    times: 2,
    perMs: 60_000,
    take: (fields) => {
      taken.push(String(fields.get('words')));
      return '/letters?thanks';
    },
  },
};

/** The same with so little time that a body sent later than its head is late. */
const SLOW: Route = { ...LETTERS, pattern: '/slow', limits: { ...LETTERS.limits, bodyMs: 10 } };
/** Long enough for an answer on a busy machine. */
const LATE: Route = { ...LETTERS, pattern: '/late', limits: { ...LETTERS.limits, bodyMs: 2000 } };

beforeEach(async () => {
  taken = [];
  reported = [];
  served = await servePublication({
    routes: [LETTERS, SLOW, LATE, ...ROUTES],
    report: (error) => reported.push(error),
    next: async (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>');
    },
  });
});
afterEach(() => served.close());

function post({ headers = HERE, body = 'words=hello', ...more }: Asking = {}, path = '/letters') {
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  return served.ask(path, { method: 'POST', headers: { ...length, ...headers }, body, ...more });
}

test('a form from a page of ours is accepted, and the browser continues with GET', async () => {
  const { status, headers } = await post({ body: 'words=%E1%9E%80&x=1' });
  expect(taken).toEqual(['ក']);
  expect(status).toBe(303);
  expect(headers).toMatchObject({
    location: '/letters?thanks',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect((await served.ask('/letters')).status).toBe(200);
});

test('the publication has no forms for readers', () => {
  expect(ROUTES.filter(({ form }) => form)).toEqual([]);
});

test('only POST is accepted, and only at the form’s own address', async () => {
  const { status, headers } = await served.ask('/letters', { method: 'PUT', headers: HERE });
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  for (const path of ['/a-post', '/', '/text/letters', '/%6cetters', '/letters/x', '/feed.xml'])
    expect((await post({}, path)).status, path).toBe(405);
  expect(taken).toEqual([]);
});

const { 'sec-fetch-site': _site, ...OLD_BROWSER } = HERE;
test.each<[string, number, Record<string, string>]>([
  ['a browser that says nothing of the site', 303, OLD_BROWSER],
  ['a page that tells nobody where it is', 303, { ...HERE, origin: 'null' }],
  ['another site', 403, { ...HERE, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another site that names our origin', 403, { ...HERE, 'sec-fetch-site': 'cross-site' }],
  ['a neighbour below the same domain', 403, { ...HERE, 'sec-fetch-site': 'same-site' }],
  ['another origin from here', 403, { ...HERE, origin: 'https://evil.example' }],
  ['nobody knows where', 403, { 'content-type': FORM }],
  ['an old browser on a page without a name', 403, { ...OLD_BROWSER, origin: 'null' }],
])('a form from %s answers %i', async (_name, status, headers) => {
  expect((await post({ headers })).status).toBe(status);
  expect(taken).toHaveLength(status === 303 ? 1 : 0);
});

test.each<[string, number, Asking]>([
  ['JSON', 415, { headers: { ...HERE, 'content-type': 'application/json' } }],
  ['files', 415, { headers: { ...HERE, 'content-type': 'multipart/form-data; boundary=x' } }],
  ['a type with a character set', 303, { headers: { ...HERE, 'content-type': `${FORM}; charset=UTF-8` } }],
  ['as much as may be', 303, { body: `words=${'x'.repeat(34)}` }],
  ['one byte more', 413, { body: `words=${'x'.repeat(35)}` }],
])('%s answers %i', async (_name, status, asking) => {
  expect((await post(asking)).status).toBe(status);
});

test('a body without an announced length is not waited for', async () => {
  const answer = await served.ask('/letters', {
    method: 'POST',
    headers: { ...HERE, 'transfer-encoding': 'chunked' },
    body: 'words=hello',
  });
  expect(answer.status).toBe(411);
});

test('an address that posts too often must wait; refused posts do not count', async () => {
  await post({ headers: { ...HERE, 'sec-fetch-site': 'cross-site' } });
  expect((await post()).status).toBe(303);
  expect((await post()).status).toBe(303);
  const { status, headers } = await post();
  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(50);
  expect(taken).toHaveLength(2);
});

/** Returns a request whose body is announced and does not follow. */
function unfinished(path: string, method = 'POST'): string {
  const head = { host: 'localhost:3000', ...HERE, 'content-length': '11' };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\nwords=`;
}

test('a form whose body does not arrive in time answers 408, and the connection ends', async () => {
  const answer = await served.askRaw(unfinished('/slow'));
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(answer).toContain(refusalsEn.requestTooSlow);
  expect([taken, reported]).toEqual([[], []]);
});

test('an answered request whose body does not arrive in time keeps no connection open', async () => {
  expect(await served.askRaw(unfinished('/late', 'GET'))).toMatch(/^HTTP\/1\.1 200 /);
  expect(await served.askRaw(unfinished('/late', 'PUT'))).toMatch(/^HTTP\/1\.1 405 /);
});

test.each([
  ['/letters', 'en', refusalsEn.onlyForms],
  ['/km/letters', 'km', refusalsKm.onlyForms],
])('a refusal at %s is in the language %s', async (path, language, sentence) => {
  const khmer = { ...LETTERS, pattern: '/km/letters' };
  const other = await servePublication({ routes: [LETTERS, khmer, ...ROUTES], next: async () => undefined });
  const headers = { ...HERE, 'content-type': 'text/plain', 'content-length': '0' };
  const answer = await other.ask(path, { method: 'POST', headers });
  expect(answer).toMatchObject({ status: 415, body: `${sentence}\n` });
  expect(answer.headers).toMatchObject({ 'content-language': language, 'cache-control': 'no-store' });
  other.close();
});
