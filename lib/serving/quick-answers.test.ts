import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Asking, servePublication } from '@/tools/testing/served-publication';

let served: Awaited<ReturnType<typeof servePublication>>;
let version: number;

beforeEach(async () => {
  version = 1;
  served = await servePublication({
    next: async (incoming, outgoing) => {
      const status = incoming.url === '/missing' || incoming.url === '/not-found' ? 404 : 200;
      const headers = { 'content-type': 'text/html', 'last-modified': 'Fri, 27 Nov 2026 10:00:00 GMT' };
      outgoing
        .writeHead(status, headers)
        .end(`<html><body>${incoming.url} at ${version} ${'words '.repeat(200)}`);
    },
    currentVersion: () => version,
  });
});
afterEach(() => served.close());

/** Asks so that only Node's server may answer. */
function askNode(path: string, { headers }: Asking) {
  return served.ask(path, { headers: { ...headers, connection: 'close' } });
}

const BROWSER = { 'accept-encoding': 'gzip, deflate, br', 'sec-fetch-dest': 'document', accept: 'text/html' };

test.each<[string, string, Record<string, string>]>([
  ['a page', '/', {}],
  ['a page in gzip', '/', { 'accept-encoding': 'gzip' }],
  ['a page in Brotli', '/lamps', BROWSER],
  ['a page that the client has', '/', { 'if-modified-since': 'Fri, 27 Nov 2026 10:00:00 GMT' }],
  ['a feed', '/feed.xml', { 'accept-encoding': 'gzip' }],
  ['a feed for people', '/feed.xml', BROWSER],
  ['a missing page', '/missing', BROWSER],
  ['an address with a query', '/?utm_source=x', {}],
  ['an edition', '/lamps.txt', BROWSER],
])('%s is the same answer before and from Node’s server', async (_what, path, headers) => {
  await askNode(path, { headers });
  const slow = await askNode(path, { headers });
  const read = served.requestsRead();
  const quick = await served.ask(path, { headers });
  expect(served.requestsRead()).toBe(read);
  const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...own } = quick.headers;
  const { date: _theirs, connection: _close, ...theirs } = slow.headers;
  expect({ ...quick, headers: own }).toEqual({ ...slow, headers: theirs });
});

test('a known tag is answered with 304', async () => {
  const { headers } = await served.ask('/', {});
  const read = served.requestsRead();
  const answer = await served.ask('/', { headers: { 'if-none-match': String(headers.etag) } });
  expect(answer).toMatchObject({ status: 304, body: '' });
  expect(served.requestsRead()).toBe(read);
});

test('a change is visible at the next request', async () => {
  const ask = async () => (await served.ask('/', {})).body;
  expect([await ask(), await ask()]).toEqual([
    expect.stringContaining('at 1'),
    expect.stringContaining('at 1'),
  ]);
  version = 2;
  expect(await ask()).toContain('at 2');
  expect(served.requestsRead()).toBe(0);
});

test.each([
  '/admin',
  '/healthz',
  '/media/1/x.avif',
  `/preview/${'o'.repeat(43)}`,
  '//',
  '/_next/static/x.css',
])('%s is never answered before Node’s server', async (path) => {
  for (const n of [1, 2, 3]) {
    await served.ask(path, {});
    expect(served.requestsRead()).toBe(n);
  }
});

test('counts what it answers', async () => {
  for (let n = 0; n < 3; n += 1) await served.ask('/', {});
  expect(served.requestsRead()).toBe(0);
  const details = await served.ask('/healthz', {
    headers: { authorization: 'Bearer token-of-the-operator' },
  });
  expect(JSON.parse(details.body)).toMatchObject({ answers: { 200: 3 } });
});
