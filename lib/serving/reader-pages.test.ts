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

test('no page for readers depends on the time or on chance, which no query tells', () => {
  const files = [
    'app/(reader)',
    'app/share',
    'app/sitemap*',
    'app/*.txt',
    'app/*.webmanifest',
    'components/reader',
    'lib/formats',
  ].flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`));
  expect(files.length).toBeGreaterThan(100);
  const asks = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/;
  const found = files.filter((file) => !/\.test\.tsx?$/.test(file) && asks.test(readFileSync(file, 'utf8')));
  // Previews are not kept.
  expect(found.filter((file) => !/^app\/\(reader\)\/(?:preview|admin)\//.test(file))).toEqual([]);
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
