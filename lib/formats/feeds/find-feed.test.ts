import { eq } from 'drizzle-orm';
import { parseRssFeed } from 'feedsmith';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { posts, site as siteTable } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import type { Body } from '@/lib/document/types';
import { requireValue } from '@/lib/errors';
import { createTopic } from '@/lib/labels/topics';
import { refusalsEn } from '@/lib/language/refusals/en';
import { refusalsKm } from '@/lib/language/refusals/km';
import { linkTranslation } from '@/lib/posts/commands/link-translation';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { withdrawPost } from '@/lib/posts/commands/withdraw-post';
import { emptyWriting } from '@/lib/posts/fields';
import { putIntoSeries } from '@/lib/series/arrange-parts';
import { buildAuthor, buildPost, buildSeries, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { answerFeed } from './answer-feed';
import { feedLinks } from './discovery';
import { renderRobots } from './robots';
import { renderSitemapIndex, renderSitemapPart } from './sitemap';

const siteUrl = 'https://example.org';
const day = (n: number) => Date.UTC(2026, 0, n);
let site: TestSite;
let db: Db;

beforeEach(() => {
  site = openTestSite();
  ({ db } = site);
});

afterEach(() => site.close());

async function headlines(path: string) {
  const answer = answerFeed(db, path, siteUrl);
  return (parseRssFeed(await answer.text()).items ?? []).map(({ title }) => title);
}

test('each feed contains the live posts of its place, newest first', async () => {
  const { topicId } = buildTopic(db, 'Law');
  const { authorId } = buildAuthor(db, 'Sok Dara');
  const byline = [{ authorId, name: 'Sok Dara' }];
  buildPost(db, { headline: 'One', now: day(1), topicIds: [topicId] });
  buildPost(db, { headline: 'Two', now: day(2), byline });
  buildPost(db, { headline: 'Three', now: day(3), language: 'km' });
  buildPost(db, { headline: 'Hidden', status: 'draft' });
  buildPost(db, { headline: 'About', kind: 'page' });

  expect(await headlines('/feed.xml')).toEqual(['Three', 'Two', 'One']);
  expect(await headlines('/topics/law/feed.xml')).toEqual(['One']);
  expect(await headlines('/authors/sok-dara/feed.xml')).toEqual(['Two']);
  expect(await headlines('/en/feed.xml')).toEqual(['Two', 'One']);
});

test('a series has a feed of its live parts, newest first, whatever their order in it', async () => {
  const { seriesId } = buildSeries(db, 'Letters');
  const put = (headline: string, n: number, status: 'published' | 'draft' = 'published') => {
    const { postId } = buildPost(db, { headline, now: day(n), status });
    requireValue(putIntoSeries(db, { postId, seriesId, part: 0 }, { actor: OPERATOR, now: day(9) }));
  };
  put('Second', 2);
  put('Third', 3);
  put('First', 1);
  put('Hidden', 4, 'draft');
  buildPost(db, { headline: 'Elsewhere', now: day(5) });

  expect(await headlines('/series/letters/feed.xml')).toEqual(['Third', 'Second', 'First']);
  expect(feedLinks({ kind: 'series', slug: 'letters' }, 'Letters')[0]?.href).toBe('/series/letters/feed.xml');
});

test('a Khmer slug is found both plain and percent-encoded', () => {
  requireValue(
    createTopic(
      db,
      { name: { km: 'ច្បាប់' }, description: {}, slug: 'ច្បាប់' },
      { actor: OPERATOR, now: day(1) },
    ),
  );
  for (const slug of ['ច្បាប់', encodeURIComponent('ច្បាប់')]) {
    expect(answerFeed(db, `/topics/${slug}/feed.xml`, siteUrl).status).toBe(200);
  }
  expect(answerFeed(db, '/topics/%E1%9E/feed.xml', siteUrl).status).toBe(404);
});

test.each([
  '/topics/nothing/atom.xml',
  '/authors/nothing/feed.json',
  '/nothing/feed.xml',
  '/series/law/feed.xml',
  '/topics/law/feed.txt',
])('there is no feed at %s', async (path) => {
  const answer = answerFeed(db, path, siteUrl);
  expect([answer.status, await answer.text()]).toEqual([404, `${refusalsEn.noSuchFeed}\n`]);
});

test('an answer without a feed is in the language of its path, or else the main one', async () => {
  db.update(siteTable)
    .set({ languages: ['km'] })
    .run();
  const inKhmer = answerFeed(db, '/nothing/feed.xml', siteUrl);
  expect(inKhmer.headers.get('content-language')).toBe('km');
  expect(await inKhmer.text()).toBe(`${refusalsKm.noSuchFeed}\n`);
  expect(await answerFeed(db, '/en/feed.xml', siteUrl).text()).toBe(`${refusalsEn.noSuchFeed}\n`);
});

test('an edit keeps id and publication date and changes the update date', async () => {
  const { postId, version } = buildPost(db, { now: day(1) });
  const before = parseRssFeed(await answerFeed(db, '/feed.xml', siteUrl).text());
  requireValue(publishPost(db, { postId, draftVersion: version }, { actor: OPERATOR, now: day(5) }));
  const after = parseRssFeed(await answerFeed(db, '/feed.xml', siteUrl).text());

  expect(after.items?.[0]?.guid).toEqual(before.items?.[0]?.guid);
  expect(after.items?.[0]?.pubDate).toBe(new Date(day(1)).toUTCString());
  expect(after.lastBuildDate).toBe(new Date(day(5)).toUTCString());
});

test('a withdrawn post leaves the feed, and the feed’s update date changes', async () => {
  const { postId } = buildPost(db, { now: day(1) });
  requireValue(withdrawPost(db, { postId }, { actor: OPERATOR, now: day(9) }));
  const answer = answerFeed(db, '/feed.xml', siteUrl);

  expect(answer.headers.get('Last-Modified')).toBe(new Date(day(9)).toUTCString());
  expect(parseRssFeed(await answer.text()).items ?? []).toEqual([]);
});

test('the sitemap has every live page, its last change and its translations', () => {
  const english = buildPost(db, { slug: 'bridge', now: day(1) });
  const khmer = buildPost(db, { slug: 'ស្ពាន', language: 'km', now: day(2) });
  buildPost(db, { slug: 'hidden', status: 'draft' });
  const link = { postId: english.postId, translationOfPostId: khmer.postId };
  requireValue(linkTranslation(db, link, { actor: OPERATOR, now: day(3) }));
  const updatedAt = db.select().from(posts).where(eq(posts.id, english.postId)).get()?.updatedAt ?? 0;
  const xml = renderSitemapPart(db, 'posts-1.xml', siteUrl) ?? '';

  expect(xml).toContain(
    `<loc>${siteUrl}/bridge</loc><lastmod>${new Date(updatedAt).toISOString()}</lastmod>`,
  );
  const alternate = `<xhtml:link rel="alternate" hreflang="km" href="${siteUrl}/${encodeURIComponent('ស្ពាន')}"/>`;
  expect(xml.split(alternate)).toHaveLength(3);
  expect(xml).not.toContain('hidden');
});

test('a disabled language has no feed and no edition in the sitemap', () => {
  buildPost(db, { language: 'km' });
  const statusOf = () => answerFeed(db, '/km/feed.xml', siteUrl).status;
  const places = () => renderSitemapPart(db, 'places.xml', siteUrl);
  expect(statusOf()).toBe(200);
  expect(places()).toContain(`${siteUrl}/km`);
  db.update(siteTable)
    .set({ languages: ['en'] })
    .run();
  expect(statusOf()).toBe(404);
  expect(places()).not.toContain(`${siteUrl}/km`);
});

test('the index of the sitemap lists every part with its latest change', () => {
  expect(renderSitemapIndex(db, siteUrl)).not.toContain('posts-');
  buildPost(db, { slug: 'bridge', now: day(3) });
  expect(renderSitemapIndex(db, siteUrl)).toContain(
    `<loc>${siteUrl}/sitemap/posts-1.xml</loc><lastmod>${new Date(day(3)).toISOString()}</lastmod>`,
  );
  expect(renderSitemapPart(db, 'places.xml', siteUrl)).toContain(`<loc>${siteUrl}/archive</loc>`);
  for (const file of ['posts-2.xml', 'posts-0.xml', 'posts-1.xml.gz', 'nothing'])
    expect(renderSitemapPart(db, file, siteUrl)).toBeNull();
});

test('a post with a canonical address elsewhere is not in the sitemap', () => {
  const source = {
    publication: 'The Reed',
    url: 'https://reed.example/a',
    authors: [],
    publishedOn: '',
    agency: '',
    rights: '',
  };
  buildPost(db, { slug: 'borrowed', source });
  buildPost(db, { slug: 'own', source: { ...source, url: '' } });
  const xml = renderSitemapPart(db, 'posts-1.xml', siteUrl);
  expect(xml).toContain('/own<');
  expect(xml).not.toContain('borrowed');
});

test('robots.txt names the sitemap and excludes the admin', () => {
  expect(renderRobots(siteUrl)).toContain(`Sitemap: ${siteUrl}/sitemap.xml`);
  expect(renderRobots(siteUrl)).toContain('Disallow: /admin\n');
});

test('pages link to the feeds of their place', () => {
  expect(feedLinks({ kind: 'topic', slug: 'law' }, 'Law').map(({ href }) => href)).toEqual([
    '/topics/law/feed.xml',
    '/topics/law/atom.xml',
    '/topics/law/feed.json',
  ]);
});

test('the sitemap lists every picture of a live text, the lead picture first, and none of a draft', () => {
  const [inside, lead, draft] = ['a', 'b', 'c'].map((letter) => letter.repeat(16)) as [
    string,
    string,
    string,
  ];
  const insert = db.$client.prepare(
    `insert into media (id, sha256, original_name, mime, width_px, height_px, bytes, renditions, created_at)
     values (?, ?, '', 'image/jpeg', 1, 1, 1, '[{"file":"1.jpg","mime":"image/jpeg","widthPx":1,"heightPx":1,"bytes":1}]', 0)`,
  );
  for (const id of [inside, lead, draft]) insert.run(id, id);
  const figure = (mediaId: string) => ({
    type: 'figure',
    attrs: { mediaId, alt: '', caption: '', credit: '' },
  });
  const body = (mediaId: string) => ({ type: 'doc', content: [figure(mediaId)] }) as Body;
  const { postId, version } = buildPost(db, { slug: 'seen', leadMediaId: lead, body: body(inside) });
  const writing = { ...emptyWriting(), headline: 'Later', body: body(draft) };
  requireValue(saveDraft(db, { postId, version, writing }, { actor: OPERATOR, now: day(4) }));
  const entry = /<url><loc>[^<]*\/seen<.*?<\/url>/.exec(
    renderSitemapPart(db, 'posts-1.xml', siteUrl) ?? '',
  )?.[0];
  expect([...(entry ?? '').matchAll(/<image:loc>([^<]*)</g)].map(([, path]) => path)).toEqual([
    `${siteUrl}/media/${lead}/1.jpg`,
    `${siteUrl}/media/${inside}/1.jpg`,
  ]);
});
