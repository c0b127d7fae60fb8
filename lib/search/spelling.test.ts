import { afterEach, beforeEach, expect, test } from 'vitest';
import { searchFilters } from '@/lib/posts/search-filters';
import { searchPosts } from '@/lib/posts/search-posts';
import { buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { suggestSpelling } from './spelling';

let site: TestSite;

beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

test('a misspelt word becomes the nearest word of the posts', () => {
  buildPost(site.db, { text: 'The government built a bridge over the river.' });
  expect(suggestSpelling(site.db, 'goverment brigde')).toBe('government bridge');
  expect(suggestSpelling(site.db, 'bridge')).toBeNull();
  expect(suggestSpelling(site.db, 'xylophone')).toBeNull();
});

test('a slip in a word of Khmer is forgiven', () => {
  buildPost(site.db, { text: 'ទន្លេនេះមានត្រីតិចជាងមុន ហើយបណ្ណាល័យបើកទ្វារ', language: 'km' });
  expect(suggestSpelling(site.db, 'ទន្លេរ')).toBe('ទន្លេ');
  expect(suggestSpelling(site.db, 'ទន្លា')).toBe('ទន្លេ');
  expect(suggestSpelling(site.db, 'បណ្ណាល័យ ទន្លេរ')).toBe('បណ្ណាល័យ ទន្លេ');
  expect(suggestSpelling(site.db, 'ទន្លេ')).toBeNull();
});

test('quoted, excluded and short words are not changed, nor what resembles none', () => {
  buildPost(site.db, { text: 'The government built a bridge over the river. ទន្លេ' });
  for (const q of ['"brigde"', '-brigde', 'brg', 'ស្ពាន', '"ទន្លេរ"', '-ទន្លេរ'])
    expect(suggestSpelling(site.db, q), q).toBeNull();
});

test('a search can be filtered by language, topic, author and year', () => {
  const { topicId } = buildTopic(site.db, 'Rivers');
  buildPost(site.db, { slug: 'old', text: 'A bridge.', topicIds: [topicId], now: Date.UTC(2021, 5, 1) });
  buildPost(site.db, { slug: 'new', text: 'A bridge.', now: Date.UTC(2023, 5, 1) });
  buildPost(site.db, { slug: 'khmer', text: 'bridge ស្ពាន', language: 'km', now: Date.UTC(2023, 6, 1) });
  const slugs = (narrowing: object) =>
    searchPosts(site.db, { q: 'bridge', ...narrowing }).hits.map(({ post }) => post.slug);
  expect(slugs({ year: '2021' })).toEqual(['old']);
  expect(slugs({ topicId })).toEqual(['old']);
  expect(slugs({ language: 'km' })).toEqual(['khmer']);
  expect(slugs({ year: '2023', language: 'en' })).toEqual(['new']);
  expect(slugs({ authorId: 12 })).toEqual([]);
});

test('the filters offer only values with live posts', () => {
  const { topicId } = buildTopic(site.db, 'Rivers');
  buildTopic(site.db, 'Never used');
  buildPost(site.db, { topicIds: [topicId], now: Date.UTC(2021, 5, 1) });
  buildPost(site.db, { now: Date.UTC(2023, 5, 1) });
  const { topics, years } = searchFilters(site.db);
  expect(topics.map(({ name }) => name.en)).toEqual(['Rivers']);
  expect(years).toEqual(['2023', '2022', '2021']);
});

test('a topic says whether its page in the language of the search has posts', () => {
  const { topicId } = buildTopic(site.db, 'Rivers');
  buildPost(site.db, { topicIds: [topicId] });
  const hasPage = (language?: 'en' | 'km') => searchFilters(site.db, language).topics[0]?.hasPage;
  expect([hasPage(), hasPage('en'), hasPage('km')]).toEqual([true, true, false]);
});
