import { expect, test } from 'vitest';
import { editionAddress, inEdition, withinEdition } from '../formats/editions/edition-addresses';
import { parsePageRequest } from './page-key';
import { hasEditions, requestedEdition } from './requested-edition';
import { RouteTable } from './route-table';
import { ROUTES } from './routes';

const table = new RouteTable(ROUTES);

function requested(target: string) {
  const request = parsePageRequest(target, table);
  return request && !('redirect' in request) ? requestedEdition(table, request) : request;
}

test('an address under an edition’s name is the same page in that edition', () => {
  expect(requested('/text')).toEqual({ edition: 'text', key: '/', path: '/' });
  expect(requested('/text/topics/rivers')).toEqual({
    edition: 'text',
    key: '/topics/rivers',
    path: '/topics/rivers',
  });
  expect(requested('/text/search?q=river&utm=1')).toMatchObject({ key: '/search?q=river', path: '/search' });
  expect(requested('/dark/')).toEqual({ redirect: '/dark' });
  expect(requested('/light/archive?x=1')).toEqual({ edition: 'light', key: '/archive', path: '/archive' });
  expect(requested('/dark?x=1')).toEqual({ edition: 'dark', key: '/', path: '/' });
  expect(requested('/dark/dark/text')).toMatchObject({ edition: 'page', key: '/dark/dark/text' });
  expect(requested('/texts')).toMatchObject({ edition: 'page', key: '/texts' });
});

test('a post has a copy, whatever its script; a page within a folder has none', () => {
  const slug = encodeURIComponent('ទន្លេ');
  expect(requested(`/${slug}/copy.html`)).toEqual({ edition: 'copy', key: `/${slug}`, path: '/ទន្លេ' });
  expect(requested('/topics/rivers/copy.html')).toMatchObject({ edition: 'page' });
});

test('no edition opens a page that is not for readers', () => {
  for (const target of [
    '/text/admin',
    '/text/_next/x.css',
    '/text/media/a/b.jpg',
    '/%74ext/api/x',
    '/text/x.rsc',
    '/dark/admin',
    '/%64ark/_next/x.css',
    '/light/x.rsc',
  ])
    expect(requested(target), target).toBeNull();
});

test('copies are cached separately from pages, which they could evict', () => {
  expect(parsePageRequest('/a-post/copy.html', table)).toMatchObject({ isUnbounded: true });
  expect(parsePageRequest('/text/a-post', table)).toMatchObject({ isUnbounded: false });
});

test('a redirect keeps the edition', () => {
  expect(editionAddress('text', '/')).toBe('/text');
  expect(editionAddress('text', '/?x=1')).toBe('/text?x=1');
  expect(inEdition('text', '/new')).toBe('/text/new');
  expect(inEdition('dark', '/')).toBe('/dark');
  expect(inEdition('page', '/new')).toBe('/new');
  expect(inEdition('copy', '/new')).toBe('/new/copy.html');
  expect(inEdition('text', 'https://elsewhere.example/')).toBe('https://elsewhere.example/');
});

test('links of a page keep its edition; files, notes, other sites and other editions do not', () => {
  const led = (address: string) =>
    withinEdition('dark', address, {
      siteUrl: 'https://lamp.example',
      hasEditions: (path) => hasEditions(table, path),
    });
  expect(led('/')).toBe('/dark');
  expect(led('/topics/x?y=1&amp;z=2#part')).toBe('/dark/topics/x?y=1&amp;z=2#part');
  expect(led('https://lamp.example/own')).toBe('/dark/own');
  for (const kept of [
    '/feed.xml',
    '/a/copy.html',
    '/media/abc/1.jpg',
    '/text/own',
    '#fn-1',
    'mailto:a@b.example',
  ])
    expect(led(kept)).toBe(kept);
  expect(led('https://elsewhere.example/dark')).toBe('https://elsewhere.example/dark');
});
