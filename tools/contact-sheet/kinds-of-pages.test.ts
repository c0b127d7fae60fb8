import { afterEach, beforeEach, expect, test } from 'vitest';
import { RouteTable } from '@/lib/serving/route-table';
import { ROUTES } from '@/lib/serving/routes';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { grownPages } from './grown-pages';
import { kindsOfPages, otherForms } from './kinds-of-pages';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

/** The further pages of a list look like the first. */
const IS_FURTHER = /\/page\/:n$/;

test('every page of the table of routes is looked at, in each language', () => {
  buildPost(site.db);
  buildPost(site.db, { language: 'km' });
  const table = new RouteTable(ROUTES);
  const shown = [...kindsOfPages(site.db), ...otherForms(site.db), ...grownPages(site.db)];
  const patterns = new Set(shown.map(({ path }) => table.find(path.split('?')[0] ?? '').pattern));
  const pages = ROUTES.filter(({ handler, pattern }) => handler === 'page' && !IS_FURTHER.test(pattern));
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.map(({ pattern }) => pattern).filter((pattern) => !patterns.has(pattern))).toEqual([]);
});
