import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildPost } from '@/tools/testing/factories';
import { plansOf } from '@/tools/testing/query-plans';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { archiveMenu, countedMonths } from './archive-menu';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const publishIn = (year: number, month: number) => buildPost(site.db, { now: Date.UTC(year, month - 1, 15) });
const monthsOf = () =>
  site.db
    .all<{ month: string; posts: number | null }>(countedMonths())
    .map(({ month, posts }) => ({ period: month, count: posts }));

test('the menu has the months of the newest year, and the other years, newest first', () => {
  publishIn(2024, 3);
  publishIn(2024, 5);
  publishIn(2025, 2);
  publishIn(2025, 2);
  publishIn(2025, 11);
  expect(archiveMenu(monthsOf())).toEqual({
    year: '2025',
    months: [
      { period: '2025-11', count: null },
      { period: '2025-02', count: 2 },
    ],
    years: [{ period: '2024', count: 2 }],
  });
});

test('the menu of a past year leaves out the number of the year that is not over', () => {
  publishIn(2024, 3);
  publishIn(2025, 2);
  expect(archiveMenu(monthsOf(), '2024')).toEqual({
    year: '2024',
    months: [{ period: '2024-03', count: 1 }],
    years: [{ period: '2025', count: null }],
  });
  expect(archiveMenu(monthsOf(), '1999')?.year).toBe('2025');
});

test('a post in the newest month changes nothing in the menu', () => {
  publishIn(2024, 3);
  publishIn(2025, 2);
  const before = archiveMenu(monthsOf());
  publishIn(2025, 2);
  expect(archiveMenu(monthsOf())).toEqual(before);
  publishIn(2024, 3);
  expect(archiveMenu(monthsOf())).not.toEqual(before);
});

test('without posts there is no menu', () => {
  expect(archiveMenu(monthsOf())).toBeNull();
});

test('the months are read without reading posts', () => {
  for (const plan of plansOf(site.db, () => site.db.all(countedMonths('km'))))
    expect(plan).not.toMatch(/ (posts|revisions)\b/);
});
