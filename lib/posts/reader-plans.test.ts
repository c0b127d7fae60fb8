import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { findFeed } from '@/lib/formats/feeds/find-feed';
import { findAuthor } from '@/lib/labels/authors';
import { findTopic, listTopicsInUse } from '@/lib/labels/topics';
import { findRows } from '@/lib/search/find-rows';
import { parseQuery } from '@/lib/search/parse-query';
import { searchDraftIds } from '@/lib/search/search-index';
import { suggestSpelling } from '@/lib/search/spelling';
import { putIntoSeries } from '@/lib/series/arrange-parts';
import { listLiveParts } from '@/lib/series/parts';
import { findSeries, listSeriesInUse } from '@/lib/series/series';
import { readSite } from '@/lib/settings/site';
import { buildAuthor, buildPost, buildSeries, buildTopic } from '@/tools/testing/factories';
import { plansOf } from '@/tools/testing/query-plans';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { listCorrections } from './corrections';
import { listFrontPosts } from './front-posts';
import { listRail } from './list-rail';
import { findMissing } from './missing';
import { findNeighbours } from './neighbours';
import { createPreviewLink, findPreviewed } from './preview/preview-links';
import { archiveMonths, findPreviewPost, findPublishedPost, listPublishedPosts } from './queries';
import { listRecordedPosts } from './recorded-posts';
import { searchFilters } from './search-filters';
import { searchPage } from './search-page';
import { searchPosts } from './search-posts';
import { listSitemapPictures, listSitemapPosts, listSitemapTranslations } from './sitemap-queries';
import { listYear } from './year-archive';

const NOW = Date.UTC(2026, 10, 24);
const SITE_URL = 'https://lamp.example';
const PAGE = { page: 1, perPage: 30 };

let site: TestSite;
let ids: { topicId: number; authorId: number; seriesId: number; postId: number; token: string };

beforeAll(() => {
  site = openTestSite();
  const { topicId } = buildTopic(site.db, 'Rivers');
  const { authorId } = buildAuthor(site.db, 'Sok Chan');
  const { seriesId } = buildSeries(site.db, 'Bridges');
  const context = { actor: OPERATOR, now: NOW };
  let postId = 0;
  for (let n = 0; n < 30; n += 1) {
    const byline = [{ authorId, name: 'Sok Chan' }];
    const about = { topicIds: [topicId], byline, slug: `p${n}`, text: 'A bridge.', now: NOW - n };
    ({ postId } = buildPost(site.db, about));
    requireValue(putIntoSeries(site.db, { postId, seriesId }, context));
  }
  // A word of this post counts as one that thousands have.
  site.db.$client.exec("update sqlite_sequence set seq = 4000000 where name = 'posts'");
  buildPost(site.db, { text: 'A frequent bridge.', now: NOW - 100 });
  const { token } = requireValue(createPreviewLink(site.db, { postId, days: 1 }, context));
  ids = { topicId, authorId, seriesId, postId, token };
});
afterAll(() => site.close());

/** Tables that grow with the posts: a full scan of one makes its page slower with every post. */
const GROWING =
  'posts|revisions|drafts|media|media_uses|post_slugs|post_texts|corrections|redirects|preview_links|known_words';
const READ_WHOLE = new RegExp(`^SCAN (${GROWING})$`, 'm');
/** All live posts, read to be sorted afterwards. */
const SORTED = /^\w+ (posts|topic_posts|author_posts) USING (COVERING )?INDEX.*USE TEMP B-TREE FOR ORDER BY/s;

const post = () => {
  const found = findPublishedPost(site.db, 'p3');
  if (!found) throw new Error('The post is missing.');
  return found;
};

/** Searches, and checks in which of its two ways. */
const searched = (q: string, isRanked: boolean) => {
  const query = parseQuery(q);
  if (!query) throw new Error('There are no words.');
  const lookup = { index: 'post_search', query, where: sql``, limit: 20, isLate: () => false } as const;
  expect(findRows(site.db, lookup).isRanked).toBe(isRanked);
  return searchPosts(site.db, { q });
};
const ranked = (q: string) => searched(q, true);
const unranked = (q: string) => searched(q, false);

test.each<[string, () => unknown]>([
  ['posts', () => listSitemapPosts(site.db, 1)],
  ['pictures', () => listSitemapPictures(site.db, 1)],
  ['translations', () => listSitemapTranslations(site.db, 1)],
])('the %s of a part of the sitemap are found by the ids of the part', (_what, query) => {
  for (const plan of plansOf(site.db, query)) {
    expect(plan).toMatch(/\((rowid|post_id)>\? AND (rowid|post_id)<\?\)/);
    expect(plan).not.toContain('(status=?)');
  }
});

test.each<[string, () => unknown]>([
  ['the front page', () => listFrontPosts(site.db, { perPage: 10 })],
  ['a later page of it', () => listPublishedPosts(site.db, { page: 2, perPage: 10 })],
  ['an edition', () => listFrontPosts(site.db, { language: 'km', perPage: 10 })],
  ['a list of all languages', () => listPublishedPosts(site.db, { isOnce: true, page: 2, perPage: 10 })],
  ['a topic in a language', () => listPublishedPosts(site.db, { topicId: ids.topicId, language: 'en' })],
  ['an author in a language', () => listPublishedPosts(site.db, { authorId: ids.authorId, language: 'en' })],
  ['a month in a language', () => listPublishedPosts(site.db, { month: '2026-11', language: 'km' })],
  ['the topics of a language', () => listTopicsInUse(site.db, 'km')],
  ['the corrections in a language', () => listCorrections(site.db, { ...PAGE, language: 'km' })],
  ['a topic', () => listPublishedPosts(site.db, { topicId: ids.topicId })],
  ['an author', () => listPublishedPosts(site.db, { authorId: ids.authorId })],
  ['a month', () => listPublishedPosts(site.db, { month: '2026-11' })],
  ['the archive', () => archiveMonths(site.db)],
  ['the archive of an edition', () => archiveMonths(site.db, { language: 'km' })],
  ['a year', () => listYear(site.db, '2026')],
  ['a year of an edition', () => listYear(site.db, '2026', { language: 'km' })],
  ['the rail of a list', () => listRail(site.db, { shown: ['p1'] })],
  ['the rail of an edition', () => listRail(site.db, { shown: [], language: 'km' })],
  ['posts with recordings', () => listRecordedPosts(site.db, PAGE)],
  ['a post', post],
  ['the posts around a post', () => findNeighbours(site.db, post())],
  ['a draft shown as readers would see it', () => findPreviewPost(site.db, ids.postId, NOW)],
  ['a shared draft', () => findPreviewed(site.db, ids.token, NOW)],
  ['an address that is not there', () => findMissing(site.db, '/nowhere')],
  ['the corrections', () => listCorrections(site.db, PAGE)],
  ['the topics', () => [listTopicsInUse(site.db), findTopic(site.db, 'rivers')]],
  ['an author by address', () => findAuthor(site.db, 'sok-chan')],
  ['the series', () => [listSeriesInUse(site.db), findSeries(site.db, 'bridges')]],
  [
    'the parts of a series',
    () => listLiveParts(site.db, { seriesId: ids.seriesId, language: 'en', ...PAGE }),
  ],
  ['a search for a rare word', () => ranked('rivers')],
  ['a search for frequent words', () => unranked('bridge')],
  ['a search for a phrase', () => unranked('"a bridge"')],
  ['a search for all but a word', () => unranked('bridge -rivers')],
  ['a search for Khmer words', () => searchPosts(site.db, { q: 'ស្ពាន ថ្មី ណាស់' })],
  ['a search with a correction', () => searchPage(site.db, { q: 'frequnet brigde' })],
  ['a narrowed search', () => searchPosts(site.db, { q: 'bridge', topicId: ids.topicId, year: '2026' })],
  ['a search of drafts', () => searchDraftIds(site.db, 'bridge')],
  ['what a search can be narrowed by', () => searchFilters(site.db)],
  ['a misspelt search', () => suggestSpelling(site.db, 'brigde')],
  ['the feed', () => findFeed(site.db, { kind: 'site' }, SITE_URL)],
  ['the feed of a series', () => findFeed(site.db, { kind: 'series', slug: 'bridges' }, SITE_URL)],
  ['the settings', () => readSite(site.db)],
])('%s is read by indexes, in the order in which it is shown', (_place, query) => {
  for (const plan of plansOf(site.db, query)) {
    expect(plan).not.toMatch(READ_WHOLE);
    expect(plan).not.toMatch(SORTED);
  }
});
