import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { requireValue } from '@/lib/errors';
import { editionAddress } from '@/lib/formats/editions/edition-addresses';
import { schedulePost } from '@/lib/posts/commands/schedule-post';
import { contextAt } from '@/tools/testing/actors';
import { findings, kindsOfPages } from './axe';
import { openPalette, unfold } from './desk';
import { expect, type Site, test } from './fixtures';

/** Returns every kind of page, and the text edition of every fourth one, since the same few rules make them all. */
function pagesAndTexts(site: Site): string[] {
  const pages = kindsOfPages(site);
  const texts = pages.filter((_, index) => index % 4 === 0);
  return [...pages, ...texts.map((path) => editionAddress('text', path))];
}

/** How many parts the pages are divided into, which workers check in parallel. */
const PARTS = 4;

for (let part = 0; part < PARTS; part += 1) {
  test(`every kind of page is accessible in light, in dark and at 400 % (${part + 1} of ${PARTS})`, async ({
    page,
    site,
  }) => {
    for (const path of pagesAndTexts(site).filter((_, index) => index % PARTS === part)) {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto(path);
      expect(await findings(page), path).toEqual([]);
      await page.setViewportSize({ width: 320, height: 256 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(320);
    }
  });
}

test('text that is unreadable only in dark is found, even while its colour is still in transition', async ({
  page,
}) => {
  await page.setContent(`<!doctype html><html lang="en"><title>Faint</title>
    <style>p { color: #222; background: #fff; transition: color 300ms; }
      @media (prefers-color-scheme: dark) { p { color: #eee; } }</style>
    <main><h1>Faint</h1><p>Words that the dark scheme makes as light as their paper.</p></main>`);
  expect(await findings(page)).toEqual([expect.stringMatching(/^in dark, color-contrast: <p>/)]);
});

/** Every page of the admin around the editor, and lists in other states. */
const ROOMS = [
  ...globSync('app/(admin)/admin/(desk)/**/page.tsx').map(pathOfPage).sort(),
  '/admin/posts?language=km&sort=headline',
  '/admin/posts?q=nothing-like-this',
  '/admin/posts?status=binned',
  '/admin/calendar?month=1999-01',
];

function pathOfPage(file: string): string {
  return dirname(file).replace('app/(admin)', '').replace('/(desk)', '');
}

test('every admin page is accessible', async ({ admin, page, site }) => {
  const { id } = site.buildPost({ headline: 'Half written', status: 'draft' });
  const at = Date.UTC(2090, 0, 10);
  requireValue(schedulePost(site.db, { postId: id, draftVersion: 2, at }, contextAt(Date.now())));
  expect(ROOMS).toContain('/admin/settings/looks');
  for (const path of ROOMS) {
    await admin.goto(path);
    await unfold(admin);
    expect(await findings(admin), path).toEqual([]);
  }
  await admin.goto('/admin/calendar?month=2090-01');
  await admin.getByRole('button', { name: 'Move “Half written”' }).click();
  expect(await findings(admin), 'the menu of a scheduled post').toEqual([]);
  await admin.getByRole('menuitem', { name: 'Move to…' }).click();
  expect(await findings(admin, 'dialog[open]'), 'moving a scheduled post').toEqual([]);
  // A short list, which ends above the bar of a selection: axe would take for small what the bar covers.
  await admin.goto('/admin/posts?status=scheduled');
  await admin.getByRole('checkbox', { name: 'Select all on this page' }).check();
  expect(await findings(admin), 'with a selection').toEqual([]);
  await openPalette(admin);
  await expect(admin.getByRole('combobox', { name: /Search or type/ })).toBeFocused();
  expect(await findings(admin), 'the palette').toEqual([]);
  await page.goto('/admin/sign-in');
  expect(await findings(page), 'the door').toEqual([]);
});

test('the first Tab skips the menu and reaches the text', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
});

test('a note opens next to its reference in the text, and links back to it', async ({ page }) => {
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
