import { expect, test } from 'vitest';
import { parsePageRequest } from '../page-key';
import { inEdition, requestedEdition, textAddress } from './requested-edition';

function requested(target: string) {
  const request = parsePageRequest(target);
  return request && !('redirect' in request) ? requestedEdition(request) : request;
}

test('an address under /text names the same page as text', () => {
  expect(requested('/text')).toEqual({ edition: 'text', key: '/', path: '/' });
  expect(requested('/text/topics/rivers')).toEqual({
    edition: 'text',
    key: '/topics/rivers',
    path: '/topics/rivers',
  });
  expect(requested('/text/search?q=river&utm=1')).toMatchObject({ key: '/search?q=river', path: '/search' });
  expect(requested('/texts')).toMatchObject({ edition: 'page', key: '/texts' });
});

test('a post has a copy, whatever its script; a page within a folder has none', () => {
  const slug = encodeURIComponent('ទន្លេ');
  expect(requested(`/${slug}/copy.html`)).toEqual({ edition: 'copy', key: `/${slug}`, path: '/ទន្លេ' });
  expect(requested('/topics/rivers/copy.html')).toMatchObject({ edition: 'page' });
});

test('no edition opens what is not for readers', () => {
  for (const target of [
    '/text/admin',
    '/text/_next/x.css',
    '/text/media/a/b.jpg',
    '/%74ext/api/x',
    '/text/x.rsc',
  ])
    expect(requested(target), target).toBeNull();
});

test('copies are kept apart from pages, which they could push out', () => {
  expect(parsePageRequest('/a-post/copy.html')).toMatchObject({ isEndless: true });
  expect(parsePageRequest('/text/a-post')).toMatchObject({ isEndless: false });
});

test('who is led elsewhere stays in the edition', () => {
  expect(textAddress('/')).toBe('/text');
  expect(textAddress('/?x=1')).toBe('/text?x=1');
  expect(inEdition('text', '/new')).toBe('/text/new');
  expect(inEdition('copy', '/new')).toBe('/new/copy.html');
  expect(inEdition('text', 'https://elsewhere.example/')).toBe('https://elsewhere.example/');
});
