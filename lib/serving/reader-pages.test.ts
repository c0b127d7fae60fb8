import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isOwnPage } from '@/lib/posts/checklist/own-pages';
import { openTestSite } from '@/tools/testing/test-site';
import { ROUTES } from './routes';

test('every page for readers is rendered for each request', () => {
  const pages = globSync('app/(reader)/**/page.tsx');
  expect(pages.length).toBeGreaterThan(20);
  const isDynamic = /^export const dynamic = 'force-dynamic';/m;
  expect(pages.filter((page) => !isDynamic.test(readFileSync(page, 'utf8')))).toEqual([]);
});

test('the checklist finds every page that has a plain address', () => {
  const site = openTestSite();
  const paths = ROUTES.filter(({ handler, pattern }) => handler === 'page' && /^[\w/-]+$/.test(pattern)).map(
    ({ pattern }) => pattern,
  );
  expect(paths.length).toBeGreaterThan(6);
  expect(paths.filter((path) => !isOwnPage(site.db, path))).toEqual([]);
  site.close();
});
