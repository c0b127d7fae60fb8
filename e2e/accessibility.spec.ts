import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { textAddress } from '@/lib/serving/editions/requested-edition';
import { expect, type Site, test } from './fixtures';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 A and AA, and axe's own good practices. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What axe finds on the page that is open, a line each. The policy of our pages binds pages, not this. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (rules) => (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, rules),
    RULES,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Every kind of page that readers see: the samples hold every kind of block. */
function kindsOfPages(site: Site): string[] {
  const select = (sql: string) => site.db.$client.prepare(sql).pluck().all() as string[];
  const paths = [
    ...select("select '/' || slug from posts where status = 'published'"),
    ...select("select '/topics/' || slug from topics"),
    ...select("select '/series/' || slug from series"),
    ...select("select '/authors/' || slug from authors"),
  ];
  const lists = [
    '/',
    '/en',
    '/km',
    '/topics',
    '/series',
    '/archive',
    '/feeds',
    '/feeds/about/feed.xml',
    '/corrections',
    '/nothing-is-here',
  ];
  const searches = [
    '/search',
    '/search?q=river',
    `/search?q=${encodeURIComponent('បណ្ណាល័យ')}`,
    '/search?q=zzzz',
  ];
  const full = [...lists, ...searches, ...paths.map(encodeURI)];
  return [...full, ...full.map(textAddress)];
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no kind of page keeps anybody out, in ${colorScheme}`, async ({ page, site }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    for (const path of kindsOfPages(site)) {
      await page.goto(path);
      expect(await findings(page), path).toEqual([]);
    }
  });
}

const ROOMS = [
  '/admin',
  '/admin/posts',
  '/admin/posts?language=km&sort=headline',
  '/admin/posts?status=binned',
  '/admin/posts/new',
  '/admin/topics',
  '/admin/series',
  '/admin/authors',
  '/admin/settings',
  '/admin/account',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no room of the author’s side keeps anybody out, in ${colorScheme}`, async ({ admin, page, site }) => {
    test.slow();
    site.buildPost({ headline: 'Half written', status: 'draft' });
    await admin.emulateMedia({ colorScheme });
    for (const path of ROOMS) {
      await admin.goto(path);
      expect(await findings(admin), path).toEqual([]);
    }
    await admin.goto('/admin/posts');
    await admin.getByRole('checkbox', { name: 'Select all on this page' }).check();
    expect(await findings(admin), 'with a selection').toEqual([]);
    await admin.keyboard.press('Control+k');
    await expect(admin.getByRole('combobox', { name: /Type words/ })).toBeFocused();
    expect(await findings(admin), 'the palette').toEqual([]);
    await page.emulateMedia({ colorScheme });
    await page.goto('/admin/sign-in');
    expect(await findings(page), 'the door').toEqual([]);
  });
}

test('at 400 % every kind of page still fits its width', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of kindsOfPages(site)) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
  }
});

test('the first Tab leads past the menu to the text', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
});

test('a note is read beside its place in the text, and leads back to it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/in-praise-of-the-slow-ferry');
  const mark = page.locator('#fnref-1');
  await mark.scrollIntoViewIfNeeded();
  const note = page.locator('#fn-1');
  await expect(note).not.toBeInViewport();
  await mark.click();
  await expect(note).toBeInViewport({ ratio: 1 });
  await expect(mark).toBeInViewport();
  await note.getByRole('link').click();
  await expect(note).not.toBeInViewport();
  await expect(mark).toBeInViewport();
});
