import { expect, test } from 'vitest';
import { isForPeople, pageAboutFeed } from './feeds-for-people';
import { makePage } from './page';
import { asVariant, chosenType } from './variants';

test('a browser that displays the answer gets a page; every program gets the feed', () => {
  expect(isForPeople({ 'sec-fetch-dest': 'document', accept: 'text/html' })).toBe(true);
  expect(isForPeople({ 'sec-fetch-dest': 'empty' })).toBe(false);
  expect(isForPeople({ accept: 'text/html,application/xhtml+xml,*/*' })).toBe(false);
  const request = { key: '/topics/%E1%9E%85/feed.xml', path: '/topics/ច/feed.xml', isUnbounded: false };
  expect(pageAboutFeed(request).key).toBe('/feeds/about/topics/%E1%9E%85/feed.xml');
});

test('two answers at one address are never mixed up in a cache, and an edge keeps only the usual one', async () => {
  const headers = {
    'content-type': 'text/html',
    'cache-control': 'public, s-maxage=86400',
    'cdn-cache-control': 'public, max-age=86400',
    'surrogate-key': 'broadside',
  };
  const page = await makePage({ status: 200, headers, version: 1, body: Buffer.from('x') });
  expect(asVariant(page, 'Sec-Fetch-Dest', false).headers).toEqual({
    'content-type': 'text/html',
    'cache-control': 'private, no-cache',
    vary: 'Sec-Fetch-Dest',
  });
  expect(asVariant(page, 'Accept', true).headers).toEqual({ ...headers, vary: 'Accept' });
});

test.each([
  [undefined, 'text/html'],
  ['*/*', 'text/html'],
  ['application/activity+json', 'application/activity+json'],
  ['application/*', 'application/activity+json'],
  ['text/html, application/activity+json;q=0.9', 'text/html'],
  ['text/html;q=0.1, Application/Activity+JSON ; q=0.5', 'application/activity+json'],
  ['application/activity+json;q=0, */*', 'text/html'],
  ['image/png', 'text/html'],
  [';;,,=;q=x', 'text/html'],
])('of a page and its data, “%s” gets %s', (accept, type) => {
  expect(chosenType(accept, ['text/html', 'application/activity+json'])).toBe(type);
});
