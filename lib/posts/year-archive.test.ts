import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildAuthor, buildPost } from '@/tools/testing/factories';
import { plansOf, statementsOf } from '@/tools/testing/query-plans';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { POSTS_PER_PAGE } from './page-numbers';
import { listYear } from './year-archive';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const inMonth = (year: number, month: number, day = 15) => Date.UTC(year, month - 1, day);

test('a year lists its months with their headlines and names, newest first', () => {
  const { authorId } = buildAuthor(site.db);
  const byline = [{ authorId, name: 'Sok Chan' }];
  buildPost(site.db, { headline: 'Before', now: inMonth(2024, 12) });
  buildPost(site.db, { headline: 'First', now: inMonth(2025, 2, 3), byline });
  buildPost(site.db, { headline: 'Second', now: inMonth(2025, 2, 20) });
  buildPost(site.db, { headline: 'Third', language: 'km', now: inMonth(2025, 11) });
  buildPost(site.db, { headline: 'A page', kind: 'page', now: inMonth(2025, 3) });
  buildPost(site.db, { headline: 'After', now: inMonth(2026, 1) });
  const shown = listYear(site.db, '2025').map(({ month, count, posts }) => ({
    month,
    count,
    posts: posts.map(({ headline, names }) => [headline, ...names]),
  }));
  expect(shown).toEqual([
    { month: '2025-11', count: 1, posts: [['Third']] },
    { month: '2025-02', count: 2, posts: [['Second'], ['First', 'Sok Chan']] },
  ]);
  expect(listYear(site.db, '2025', { language: 'km' }).map(({ month }) => month)).toEqual(['2025-11']);
  expect(listYear(site.db, '1999')).toEqual([]);
});

test('a month with many posts is cut after a page of them, and says how many it has', () => {
  const extra = 3;
  for (let n = 0; n < POSTS_PER_PAGE + extra; n += 1) buildPost(site.db, { now: inMonth(2025, 2) + n });
  const [month] = listYear(site.db, '2025');
  expect(month?.count).toBe(POSTS_PER_PAGE + extra);
  expect(month?.posts).toHaveLength(POSTS_PER_PAGE);
  expect(month?.posts.at(-1)?.publishedAt).toBe(inMonth(2025, 2) + extra);
});

test('a year is one statement, which reads the months and then the index of each', () => {
  const read = () => listYear(site.db, '2025');
  expect(statementsOf(site.db, read)).toHaveLength(1);
  const [plan = ''] = plansOf(site.db, read);
  expect(plan).toContain('SEARCH posts USING COVERING INDEX posts_live_month');
  expect(plan).not.toMatch(/SCAN (p|r|posts|revisions)\b|TEMP B-TREE FOR ORDER BY/);
});
