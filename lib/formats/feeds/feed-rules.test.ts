import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
import { DOMParser } from 'linkedom';
import { expect, test } from 'vitest';
import { buildLivePost } from '@/tools/testing/live-post';
import { renderAtom } from './atom';
import type { Feed } from './feed';
import { renderJsonFeed } from './json-feed';
import { renderRss } from './rss';

/*
 * Checks feeds against the text of their specifications, and with a feed reader's parser that shares no code
 * with the library that writes them.
 */

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const RFC_822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

const awkward = buildLivePost({
  id: 2,
  feedId: 'https://old.example/?p=12&a=b',
  slug: 'ស្ពាន',
  language: 'km',
  headline: 'ស្ត្រី\u200B 👩‍🚀 & 3 < 4 ]]> \u0007\uD800',
  standfirst: '"Words" & more',
  byline: [],
  bodyHtml: '<p>ក\u000Bខ 😀 ]]&gt;</p>',
  leadMedia: null,
});

const feed: Feed = {
  title: 'The Paper & <co>',
  description: 'Words',
  language: 'en',
  siteUrl: 'https://example.org',
  path: '/topics/%E1%9E%85',
  rights: 'Licence of our own texts: CC BY 4.0',
  posts: [buildLivePost(), awkward],
  updatedAt: Date.UTC(2026, 1, 3),
};

for (const [form, render] of [
  ['RSS', renderRss],
  ['Atom', renderAtom],
] as const) {
  test(`${form} passes a strict parser without warnings, and nothing is lost`, async () => {
    const xml = render(feed);
    const { errors, items } = await parseStrictly(xml);
    expect(errors).toEqual([]);
    expect(items.map(({ link }) => link)).toEqual([
      'https://example.org/a-case',
      `https://example.org/${encodeURIComponent('ស្ពាន')}`,
    ]);
    expect(items.map(({ title }) => title)).toEqual(['Law & <order>', 'ស្ត្រី\u200B 👩‍🚀 & 3 < 4 ]]>']);
    expect(items.map(({ guid }) => guid)).toEqual([`urn:uuid:${feed.posts[0]?.feedId}`, awkward.feedId]);
    expect(items[1]?.description).toContain('កខ 😀');
  });
}

/** Collects all complaints of a parser that stops at none. */
async function parseStrictly(xml: string) {
  const parser = new FeedParser({ addmeta: false, resume_saxerror: true });
  const errors: unknown[] = [];
  const items: FeedParser.Item[] = [];
  parser.on('error', (error: unknown) => errors.push(error));
  await new Promise<void>((done) => {
    parser.on('readable', () => {
      for (let item = parser.read(); item; item = parser.read()) items.push(item);
    });
    parser.on('end', done);
    Readable.from([xml]).pipe(parser);
  });
  return { errors, items };
}

test('Atom follows RFC 4287', () => {
  const root = elementOf(renderAtom(feed));
  for (const owner of [root, ...childrenOf(root, 'entry')]) {
    for (const name of ['id', 'title', 'updated']) expect(childrenOf(owner, name), name).toHaveLength(1);
    const times = [...childrenOf(owner, 'updated'), ...childrenOf(owner, 'published')];
    for (const time of times) expect(time.textContent).toMatch(RFC_3339);
    const alternates = childrenOf(owner, 'link').filter((link) => link.getAttribute('rel') === 'alternate');
    expect(alternates).toHaveLength(1);
    for (const link of childrenOf(owner, 'link'))
      expect(URL.canParse(link.getAttribute('href') ?? '')).toBe(true);
    for (const id of childrenOf(owner, 'id')) expect(URL.canParse(id.textContent ?? '')).toBe(true);
  }
  // An entry without an author must be in a feed that has one.
  expect(childrenOf(root, 'author')).not.toEqual([]);
  const ids = childrenOf(root, 'entry').map((entry) => childrenOf(entry, 'id')[0]?.textContent);
  expect(new Set(ids).size).toBe(ids.length);
});

test('RSS follows its specification and the profile of the RSS board', () => {
  const root = elementOf(renderRss(feed));
  expect(root.getAttribute('version')).toBe('2.0');
  const [channel] = childrenOf(root, 'channel');
  if (!channel) throw new Error('The feed has no channel.');
  for (const name of ['title', 'link', 'description', 'language', 'lastBuildDate', 'atom:link'])
    expect(childrenOf(channel, name), name).toHaveLength(1);
  expect(childrenOf(channel, 'lastBuildDate')[0]?.textContent).toMatch(RFC_822);
  for (const item of childrenOf(channel, 'item')) {
    for (const name of ['title', 'link', 'guid', 'pubDate', 'description', 'content:encoded'])
      expect(childrenOf(item, name), name).toHaveLength(1);
    expect(childrenOf(item, 'pubDate')[0]?.textContent).toMatch(RFC_822);
    expect(childrenOf(item, 'guid')[0]?.getAttribute('isPermaLink')).toBe('false');
    for (const picture of childrenOf(item, 'media:content'))
      for (const name of ['url', 'type', 'medium', 'width', 'height', 'fileSize'])
        expect(picture.getAttribute(name), name).toBeTruthy();
  }
});

test('JSON Feed follows version 1.1', () => {
  const json = JSON.parse(renderJsonFeed(feed));
  expect(json.version).toBe('https://jsonfeed.org/version/1.1');
  for (const name of ['title', 'home_page_url', 'feed_url', 'icon', 'favicon', 'language'])
    expect(json[name], name).toBeTypeOf('string');
  for (const item of json.items) {
    expect(item.id).toBeTypeOf('string');
    expect(item.content_html).toBeTypeOf('string');
    for (const name of ['date_published', 'date_modified']) expect(item[name]).toMatch(RFC_3339);
    for (const author of item.authors ?? []) expect(author.name ?? author.url).toBeTypeOf('string');
    for (const tag of item.tags ?? []) expect(tag).toBeTypeOf('string');
  }
});

function elementOf(xml: string): Element {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (!root) throw new Error('There is no element.');
  return root as unknown as Element;
}

function childrenOf(owner: Element, name: string): Element[] {
  return Array.from(owner.children).filter((child) => child.tagName.toLowerCase() === name.toLowerCase());
}
