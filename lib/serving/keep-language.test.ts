import { expect, test } from 'vitest';
import { keepLanguage } from './keep-language';
import { plainAddress } from './page-language';
import { RouteTable } from './route-table';
import { ROUTES } from './routes';

const table = new RouteTable(ROUTES);

/** Returns the body of a page whose language has its front page at `home`. */
function kept(body: string, home = '/km', key = '/a-post'): string {
  const html = keepLanguage(
    `<!DOCTYPE html><html lang="km" data-home="${home}"><body>${body}</body></html>`,
    key,
    table,
  );
  expect(html).not.toContain('data-home');
  return html.replace(/^.*<body>|<\/body>.*$/g, '');
}

const link = (href: string) => `<a class="x" href="${href}">…</a>`;

test.each([
  ['/', '/km'],
  ['/page/2', '/km/page/2'],
  ['/topics', '/km/topics'],
  ['/topics/law/page/2?x=1#top', '/km/topics/law/page/2?x=1#top'],
  ['/topics/%E1%9E%91', '/km/topics/%E1%9E%91'],
  ['/archive/2026/11', '/km/archive/2026/11'],
  ['/authors/sok-chan', '/km/authors/sok-chan'],
  ['/series/bridges', '/km/series/bridges'],
  ['/corrections', '/km/corrections'],
  ['/feeds', '/km/feeds'],
  ['/search?q=a&amp;page=2', '/km/search?q=a&amp;page=2'],
])('a link to %s leads to it in the language of the page', (from, to) => {
  expect(kept(link(from))).toBe(link(to));
});

test.each([
  ...['/km', '/km/topics', '/en', '/en/topics', '/a-post', '/%E1%9E%91', '/a-post/copy.html', '/feed.xml'],
  ...[
    '/feeds/about/feed.xml',
    '/text',
    '/dark/topics',
    '/media/m/a.jpg',
    '/admin/posts',
    '#note-1',
    '?page=2',
  ],
  ...['https://other.example/topics', '//other.example/topics', 'mailto:a@b.example', '/nothing/at/all'],
])('a link to %s stays as it is', (href) => {
  expect(kept(link(href))).toBe(link(href));
});

test('forms search in the language of the page', () => {
  expect(kept('<form action="/search">')).toBe('<form action="/km/search">');
});

test('no link of a page in the main language changes', () => {
  expect(kept(link('/topics'), '/', '/topics')).toBe(link('/topics'));
});

const SWITCH = ['<a href="/km" hrefLang="km" data-home="/km">', '<a href="/en" hrefLang="en" data-home="/">'];

test.each([
  ['/topics/law', '/km/topics/law', '/topics/law'],
  ['/km/topics/law', '/km/topics/law', '/topics/law'],
  ['/km/topics/law/page/3', '/km/topics/law', '/topics/law'],
  ['/km/search?q=%E1%9E%91&page=2', '/km/search?q=%E1%9E%91&amp;page=2', '/search?q=%E1%9E%91&amp;page=2'],
  ['/', '/km', '/'],
  ['/page/2', '/km', '/'],
  ['/a-post', '/km', '/en'],
  ['/km', '/km', '/en'],
  ['/nothing/at/all', '/km', '/en'],
])('at %s the switch of languages leads to %s and %s', (key, km, en) => {
  const expected = `<a href="${km}" hrefLang="km"><a href="${en}" hrefLang="en">`;
  expect(kept(SWITCH.join(''), '/km', key)).toBe(expected);
  expect(kept(SWITCH.join(''), '/', key)).toBe(expected);
});

test('a link to a translation leads there', () => {
  const translation = '<a href="/a-river" hrefLang="en">';
  expect(kept(translation)).toBe(translation);
});

test('an address is split into its language and the plain address', () => {
  expect(plainAddress(table, '/km/topics?x=1')).toEqual({ language: 'km', plain: '/topics?x=1' });
  expect(plainAddress(table, '/topics')).toEqual({ language: null, plain: '/topics' });
  for (const address of ['/km', '/xx/topics', '/km/a-post', '/km/admin', '/a-post', '/km/km/topics'])
    expect(plainAddress(table, address), address).toBeNull();
});
