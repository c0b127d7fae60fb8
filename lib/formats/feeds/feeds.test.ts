import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import type { LivePost } from '@/lib/posts/types';
import { buildLivePost } from '@/tools/testing/live-post';
import { renderAtom } from './atom';
import type { Feed } from './feed';
import { renderJsonFeed } from './json-feed';
import { renderRss } from './rss';

const siteUrl = 'https://example.org';
const { feedId } = buildLivePost();
const { updatedAt } = buildLivePost();
const mediaId = buildLivePost().leadMedia?.id;

function buildFeed(posts: LivePost[] = [buildLivePost()], overrides: Partial<Feed> = {}): Feed {
  return {
    title: 'The Paper',
    description: 'Words',
    language: 'en',
    siteUrl,
    path: '/',
    rights: '',
    posts,
    updatedAt,
    ...overrides,
  };
}

test('RSS contains what feed readers require', () => {
  const xml = renderRss(buildFeed());
  const feed = parseRssFeed(xml);
  const item = feed.items?.[0];

  expect(feed).toMatchObject({ title: 'The Paper', link: 'https://example.org/', language: 'en' });
  expect(feed.lastBuildDate).toBe('Tue, 03 Feb 2026 04:05:06 GMT');
  expect(feed.atom?.links).toEqual([
    { href: `${siteUrl}/feed.xml`, rel: 'self', type: 'application/rss+xml' },
  ]);
  expect(item).toMatchObject({
    title: 'Law & <order>',
    link: `${siteUrl}/a-case`,
    guid: { value: `urn:uuid:${feedId}`, isPermaLink: false },
    pubDate: 'Fri, 02 Jan 2026 03:04:05 GMT',
    categories: [{ name: 'Law' }],
    description: 'Courts &lt; parliaments &amp; kings',
  });
  expect(item?.atom?.updated).toBe('2026-02-03T04:05:06.000Z');
  expect(item?.dc?.creators).toEqual(['Sok Dara', 'A & B']);
  expect(item?.media?.contents).toMatchObject([
    {
      url: `${siteUrl}/media/${mediaId}/1200.jpg`,
      type: 'image/jpeg',
      medium: 'image',
      width: 1200,
      height: 600,
      fileSize: 20,
      description: { value: 'A "river" & its bank' },
    },
  ]);
  expect(xml).toContain('<title><![CDATA[Law & <order>]]></title>');
  expect(xml.indexOf('<description>', xml.indexOf('<item>'))).toBeLessThan(xml.indexOf('<content:encoded>'));
});

test('the content is the full text with absolute addresses, emoji and zero-width spaces preserved', () => {
  const content = parseRssFeed(renderRss(buildFeed())).items?.[0]?.content?.encoded ?? '';

  expect(content).toContain('<p>See <a href="https://example.org/other">this</a> 😀 ក\u200Bខ');
  expect(content).toContain('&lt;img src="/no"&gt;');
  expect(content).toContain('alt="A &quot;river&quot; &amp; its bank"');
  expect(content).toContain('<figcaption>The Mekong Sok Dara</figcaption>');
  expect(content).toContain('<p><em>Courts &lt; parliaments &amp; kings</em></p>');
});

test('no character of a post can end its CDATA or break the XML', () => {
  const hard = 'a ]]> b \u0000\u0008\u000B\uFFFF\uD800 & <c>';
  const post = buildLivePost({ headline: hard, standfirst: hard, bodyHtml: `<p>]]></p>` });

  expect(parseRssFeed(renderRss(buildFeed([post]))).items?.[0]).toMatchObject({
    title: 'a ]]> b  & <c>',
    content: { encoded: expect.stringContaining('<p>]]></p>') },
  });
  expect(parseAtomFeed(renderAtom(buildFeed([post]))).entries?.[0]).toMatchObject({
    title: { value: 'a ]]> b  & <c>' },
    content: { value: expect.stringContaining('<p>]]></p>') },
  });
});

test('a republished post names and links its first publication', () => {
  const source = {
    publication: 'The Post & Co',
    url: 'https://post.example/x?a=1&b=2',
    authors: ['Jane Roe'],
    publishedOn: '2022-11-02',
    agency: '',
    rights: '© Project',
  };
  const [item] = parseRssFeed(renderRss(buildFeed([buildLivePost({ source })]))).items ?? [];

  expect(item?.content?.encoded).toContain(
    '<p>First published in <a href="https://post.example/x?a=1&amp;b=2">The Post &amp; Co</a>, by Jane Roe, 2 November 2022, © Project</p>',
  );
  expect(item?.dc?.sources).toEqual(['https://post.example/x?a=1&b=2']);
});

test('JSON Feed names the first publication; without a byline, the authors or the agency of the original are named', () => {
  const source = {
    publication: '',
    url: 'https://post.example/x',
    authors: ['Jane Roe'],
    publishedOn: '',
    agency: 'Wire',
    rights: '',
  };
  const post = buildLivePost({ byline: [], source });
  const itemOf = (one: LivePost) => JSON.parse(renderJsonFeed(buildFeed([one]))).items[0];
  expect(itemOf(post)).toMatchObject({
    url: `${siteUrl}/a-case`,
    external_url: 'https://post.example/x',
    authors: [{ name: 'Jane Roe' }],
  });
  expect(itemOf(buildLivePost())).not.toHaveProperty('external_url');
  expect(itemOf({ ...post, source: { ...source, url: 'ISBN 1' } })).not.toHaveProperty('external_url');
  const feed = buildFeed([{ ...post, source: { ...source, authors: [] } }]);
  expect(parseAtomFeed(renderAtom(feed)).entries?.[0]?.authors).toEqual([{ name: 'Wire' }]);
  expect(parseRssFeed(renderRss(feed)).items?.[0]?.dc?.creators).toEqual(['Wire']);
});

test('a correction is in the content and changes the update date, not the publication date', () => {
  const corrections = [{ id: 1, note: 'It was <1973>.', publishedAt: Date.UTC(2026, 2, 1) }];
  const [entry] = parseAtomFeed(renderAtom(buildFeed([buildLivePost({ corrections })]))).entries ?? [];

  expect(entry?.updated).toBe('2026-03-01T00:00:00.000Z');
  expect(entry?.published).toBe('2026-01-02T03:04:05.000Z');
  expect(entry?.content?.value).toContain('<strong>Correction, 1 March 2026:</strong> It was &lt;1973&gt;.');
});

test('Atom has the same ids, authors with their pages, and the language of each entry', () => {
  const post = buildLivePost({ language: 'km', slug: 'សេរីភាព' });
  const feed = parseAtomFeed(renderAtom(buildFeed([post], { path: '/topics/law' })));

  expect(feed.id).toBe(`${siteUrl}/topics/law/atom.xml`);
  expect(feed.links?.map(({ rel, href }) => [rel, href])).toEqual([
    ['self', `${siteUrl}/topics/law/atom.xml`],
    ['alternate', `${siteUrl}/topics/law`],
  ]);
  expect(feed.entries?.[0]).toMatchObject({
    id: `urn:uuid:${feedId}`,
    links: [
      { href: `${siteUrl}/${encodeURIComponent('សេរីភាព')}`, rel: 'alternate' },
      { rel: 'enclosure', length: 20 },
    ],
    authors: [{ name: 'Sok Dara', uri: `${siteUrl}/authors/sok-dara` }, { name: 'A & B' }],
    categories: [{ term: 'law', label: 'ច្បាប់' }],
    xml: { lang: 'km' },
  });
});

test('JSON Feed has the same content, and an empty one still has its list', () => {
  const feed = parseJsonFeed(JSON.parse(renderJsonFeed(buildFeed())));
  const empty = JSON.parse(renderJsonFeed(buildFeed([], { updatedAt: 0 })));

  expect(feed).toMatchObject({ feed_url: `${siteUrl}/feed.json`, language: 'en' });
  expect(feed.items?.[0]).toMatchObject({
    id: `urn:uuid:${feedId}`,
    url: `${siteUrl}/a-case`,
    title: 'Law & <order>',
    image: `${siteUrl}/media/${mediaId}/1200.jpg`,
    date_published: '2026-01-02T03:04:05.000Z',
    date_modified: '2026-02-03T04:05:06.000Z',
    tags: ['Law'],
  });
  expect(empty).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [] });
});

test('empty RSS and Atom feeds are valid feeds', () => {
  const empty = buildFeed([], { updatedAt: 0 });
  expect(parseRssFeed(renderRss(empty)).title).toBe('The Paper');
  expect(parseAtomFeed(renderAtom(empty)).updated).toBe('1970-01-01T00:00:00.000Z');
});

test('the same posts give the same bytes', () => {
  expect(renderRss(buildFeed())).toBe(renderRss(buildFeed()));
});
