import { afterAll, beforeAll, expect, test } from 'vitest';
import { plansOf } from '@/tools/testing/query-plans';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { placeInList } from './list-spans';
import { type ListFilter, listedPostIds } from './listed-posts';
import { archiveMonths } from './queries';

let site: TestSite;
beforeAll(() => {
  site = openTestSite();
});
afterAll(() => site.close());

test.each<[string, ListFilter]>([
  ['the site', {}],
  ['a language', { language: 'km' }],
  ['a topic', { topicId: 1 }],
  ['an author', { authorId: 1 }],
  ['a month', { month: '2026-11' }],
])('the posts of %s are found and counted by an index, without sorting', (_place, filter) => {
  const plans = plansOf(site.db, () => [
    listedPostIds(site.db, filter, 20, { before: 5, skip: 10 }).all(),
    placeInList(site.db, filter, 90_000),
  ]);
  expect(plans).toHaveLength(2);
  for (const plan of plans) {
    expect(plan).toMatch(/^SEARCH \w+ USING (COVERING INDEX|INDEX|PRIMARY KEY)/);
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
  }
});

test('the months of the archive are read without counting posts', () => {
  for (const plan of plansOf(site.db, () => [archiveMonths(site.db)]))
    expect(plan).not.toMatch(/ posts\b|TEMP/);
});
