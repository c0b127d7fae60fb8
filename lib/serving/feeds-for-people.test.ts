import { expect, test } from 'vitest';
import { formOfFeed, inFormOfFeed, pageAboutFeed } from './feeds-for-people';
import { makePage } from './page';

test('a browser that shows what it gets has a page; every program has the feed', () => {
  expect(formOfFeed('/feed.xml', { 'sec-fetch-dest': 'document', accept: 'text/html' })).toBe('page');
  expect(formOfFeed('/topics/law/atom.xml', { 'sec-fetch-dest': 'empty' })).toBe('feed');
  expect(formOfFeed('/feed.json', { accept: 'text/html,application/xhtml+xml,*/*' })).toBe('feed');
  expect(formOfFeed('/a-post', { 'sec-fetch-dest': 'document' })).toBeNull();
  for (const path of ['/feeds/about/feed.xml', '/dark/feed.xml', '/text/feeds/about/feed.xml'])
    expect(formOfFeed(path, { 'sec-fetch-dest': 'document' }), path).toBeNull();
});

test('the two are never one in a cache, and no edge keeps the page', async () => {
  const headers = {
    'content-type': 'text/html',
    'cache-control': 'public, s-maxage=86400',
    'cdn-cache-control': 'public, max-age=86400',
    'surrogate-key': 'broadside',
  };
  const page = await makePage({ status: 200, headers, version: 1, body: Buffer.from('x') });
  expect(inFormOfFeed(page, 'page').headers).toEqual({
    'content-type': 'text/html',
    'cache-control': 'private, no-cache',
    vary: 'Sec-Fetch-Dest',
  });
  expect(inFormOfFeed(page, 'feed').headers).toEqual({ ...headers, vary: 'Sec-Fetch-Dest' });
  const request = { key: '/topics/%E1%9E%85/feed.xml', path: '/topics/ច/feed.xml', isEndless: false };
  expect(pageAboutFeed(request).key).toBe('/feeds/about/topics/%E1%9E%85/feed.xml');
});
