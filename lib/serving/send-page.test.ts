import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import inject from 'light-my-request';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LARGE_BYTES, makePage, optimisePage, type Page, plainOf, sizeOfPage } from './page';
import { accepts, sendPage } from './send-page';

const body = Buffer.from('The town needs a bridge, not a monument. '.repeat(40));
const changed = 'Fri, 20 Nov 2026 21:43:53 GMT';
let page: Page;
let server: Server;

beforeAll(async () => {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'last-modified': changed };
  page = await makePage({ status: 200, headers, version: 1, body });
  server = createServer((request, response) => sendPage(request, response, page)).listen(0);
});

afterAll(() => {
  server.close();
});

const ask = (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  inject((request, response) => sendPage(request as never, response as never, page), {
    method,
    url: '/',
    headers,
  });

test('the best encoding that a client accepts is sent, each with its own tag', async () => {
  const plain = await ask();
  const gzip = await ask({ 'accept-encoding': 'gzip, deflate' });
  const brotli = await ask({ 'accept-encoding': 'gzip, deflate, br' });
  expect(plain.rawPayload).toEqual(body);
  expect(gunzipSync(gzip.rawPayload)).toEqual(body);
  expect(brotliDecompressSync(brotli.rawPayload)).toEqual(body);
  expect(new Set([plain, gzip, brotli].map(({ headers }) => headers.etag)).size).toBe(3);
  expect((await ask({ 'accept-encoding': 'br;q=0, gzip' })).headers['content-encoding']).toBe('gzip');
});

test('what can be compressed is kept in compressed forms only; large copies in both', async () => {
  expect(page.plain).toBeNull();
  expect(sizeOfPage(page)).toBeLessThan(body.length);
  expect(plainOf(page)).toEqual(body);
  // A slab that each of them keeps would be 64 KiB.
  for (const kept of [page.gzip, page.brotli]) expect(kept?.buffer.byteLength).toBe(kept?.length);
  const headers = { 'content-type': 'text/html' };
  const short = await makePage({ status: 200, headers, version: 1, body: Buffer.from('Short') });
  expect([short.gzip, String(plainOf(short))]).toEqual([null, 'Short']);
  const large = await makePage({ status: 200, headers, version: 1, body: Buffer.alloc(LARGE_BYTES) });
  expect([large.plain?.length, large.gzip === null]).toEqual([LARGE_BYTES, false]);
});

test('finer compression has another tag, and the older tag is still accepted', async () => {
  const before = (await ask({ 'accept-encoding': 'br' })).headers.etag as string;
  await optimisePage(page);
  const after = await ask({ 'accept-encoding': 'br' });
  expect(after.headers.etag).not.toBe(before);
  expect(brotliDecompressSync(after.rawPayload)).toEqual(body);
  expect((await ask({ 'if-none-match': before })).statusCode).toBe(304);
});

test('a matching tag is enough for 304, even a weak one or one of several', async () => {
  const tag = (await ask()).headers.etag as string;
  for (const tags of [tag, `W/${tag}`, `"other", ${tag}`, '*'])
    expect((await ask({ 'if-none-match': tags })).statusCode).toBe(304);
  expect((await ask({ 'if-none-match': '"other"', 'if-modified-since': changed })).statusCode).toBe(200);
});

test('an unchanged date alone is enough for 304', async () => {
  expect((await ask({ 'if-modified-since': changed })).statusCode).toBe(304);
  expect((await ask({ 'if-modified-since': 'Fri, 20 Nov 2026 21:43:52 GMT' })).statusCode).toBe(200);
  expect((await ask({ 'if-modified-since': 'yesterday' })).statusCode).toBe(200);
});

test('HEAD has the headers of GET and no body', async () => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://localhost:${port}/`, {
    method: 'HEAD',
    headers: { 'accept-encoding': 'br' },
  });
  expect(answer.headers.get('content-length')).toBe(String(page.brotli?.length));
  expect(await answer.text()).toBe('');
});

test('nothing is decompressed for an answer without a body', async () => {
  const broken = { ...page, gzip: Buffer.from(page.gzip ?? []) };
  broken.gzip.fill(0, 10, 20);
  const answer = (method: 'GET' | 'HEAD', headers = {}) =>
    inject((request, response) => sendPage(request as never, response as never, broken), {
      method,
      url: '/',
      headers,
    });
  expect((await answer('HEAD')).headers['content-length']).toBe(String(body.length));
  expect((await answer('GET', { 'if-none-match': `"${page.tag}"` })).statusCode).toBe(304);
});

test('encodings are parsed with any space between them, and one with the weight zero is not used', () => {
  expect(accepts('gzip; q=0.5 ,\tbr ; q=1.0', 'br')).toBe(true);
  expect(accepts('gzip , br ; q=0.00', 'br')).toBe(false);
  // So long that work quadratic in the length would take minutes.
  expect(accepts(`br;a${' '.repeat(400_000)}b`, 'br')).toBe(true);
});
