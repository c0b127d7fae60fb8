import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchCard } from './fetch-card';
import { kindOfLink } from './kind-of-link';
import { readPage } from './read-page';

let server: Server;
let origin: string;
let pages: Record<string, { type: string; body: string | Buffer }>;
beforeEach(async () => {
  pages = {};
  server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    if (page) response.writeHead(200, { 'content-type': page.type }).end(page.body);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
});

test('a page is read from its metadata, in whatever order and context', () => {
  const html = `<html><head><script>const a = '<meta property="og:title" content>';</script>
    <title>Only this if nothing else</title>
    <meta content="Dark water &amp; light" property="og:title"><meta name="description" content="For search">
    <meta property="og:description" content="Four
       nights"><meta property="og:site_name" content="The Courier"><meta property="og:image" content="/p.jpg">
    </head><body><meta property="og:title" content="Not this"></body></html>`;
  expect(readPage(html, 'https://courier.example.org/a/b')).toEqual({
    title: 'Dark water & light',
    text: 'Four nights',
    site: 'The Courier',
    picture: 'https://courier.example.org/p.jpg',
  });
});

test('a page without metadata gives its title; a picture with an invalid address is ignored', () => {
  const html = '<title> A page </title><meta property="og:image" content="javascript:alert(1)">';
  expect(readPage(html, 'https://example.org/')).toEqual({
    title: 'A page',
    text: '',
    site: '',
    picture: null,
  });
  expect(readPage('', 'https://example.org/').title).toBe('');
});

test.each([
  ['https://www.youtube.com/watch?v=abc', 'youtube'],
  ['https://youtu.be/abc', 'youtube'],
  ['https://m.facebook.com/a', 'facebook'],
  ['https://x.com/a/status/1', 'x'],
  ['https://t.me/channel/5', 'telegram'],
  ['https://notyoutube.com/', 'link'],
  ['https://x.com.example.org/', 'link'],
])('%s is a card of the kind %s', (url, kind) => expect(kindOfLink(url)).toBe(kind));

test('a card includes its picture, and omits one that cannot be fetched', async () => {
  const head = '<title>ទន្លេ</title><meta property="og:image" content="/p.png">';
  pages['/a'] = { type: 'text/html', body: head };
  const reach = { testOrigin: origin };
  expect(await fetchCard(`${origin}/a`, reach)).toMatchObject({
    card: { url: `${origin}/a`, title: 'ទន្លេ', kind: 'link' },
    picture: null,
  });
  pages['/p.png'] = { type: 'image/png', body: Buffer.from('picture') };
  const { picture } = await fetchCard(`${origin}/a`, reach);
  expect(picture).toEqual({ bytes: Buffer.from('picture'), originalName: 'p.png' });
});

test('a page on our own network, or no page, is refused with a message', async () => {
  await expect(fetchCard(`${origin}/a`)).rejects.toMatchObject({ code: 'invalid' });
  await expect(fetchCard(`${origin}/none`, { testOrigin: origin })).rejects.toMatchObject({
    code: 'unavailable',
  });
});
