import { expect, type Page } from '@playwright/test';
import type { Db } from '@/db/client';
import type { Screen } from './take-shots';

/** Returns every page of the desk and the key screens of the editor, for a publication with samples. */
export function deskScreens(db: Db): Screen[] {
  const post = db.$client
    .prepare("select id from posts where status = 'published' and kind = 'post' order by id limit 1")
    .get() as { id: number };
  const editor = `/admin/posts/${post.id}`;
  return [
    { name: 'desk', path: '/admin' },
    { name: 'desk-palette', path: '/admin', open: openPalette },
    { name: 'desk-posts', path: '/admin/posts' },
    { name: 'desk-calendar', path: '/admin/calendar' },
    { name: 'desk-library', path: '/admin/media' },
    { name: 'desk-series', path: '/admin/series' },
    { name: 'desk-topics', path: '/admin/topics' },
    { name: 'desk-authors', path: '/admin/authors' },
    { name: 'desk-settings', path: '/admin/settings' },
    { name: 'desk-settings-looks', path: '/admin/settings/looks' },
    { name: 'desk-settings-menu', path: '/admin/settings/menu' },
    { name: 'desk-settings-footer', path: '/admin/settings/footer' },
    { name: 'desk-templates', path: '/admin/templates' },
    { name: 'desk-account', path: '/admin/account' },
    { name: 'desk-shortcuts', path: '/admin/shortcuts' },
    { name: 'desk-design', path: '/admin/design' },
    { name: 'editor', path: editor, open: untilWritable },
    { name: 'editor-new', path: '/admin/posts/new' },
    { name: 'editor-publish', path: editor, open: openPublishing },
    { name: 'editor-history', path: editor, open: openHistory },
    { name: 'editor-proof', path: `${editor}/proof` },
    { name: 'preview', path: `${editor}/preview` },
  ];
}

/** Opens the palette by its button, which takes presses once the page listens. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: /^Find/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 });
  }).toPass();
}

async function openPublishing(page: Page): Promise<void> {
  await untilWritable(page);
  await page.getByRole('button', { name: /^Publish/ }).click();
  await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible();
}

async function openHistory(page: Page): Promise<void> {
  await untilWritable(page);
  // In a narrow window the sections are behind a button.
  const settings = page.getByRole('button', { name: 'Settings', exact: true });
  if (await settings.isVisible()) await settings.click();
  await page.locator('summary', { hasText: /^History$/ }).click();
  await page.getByRole('button', { name: /history/i }).click();
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
}

/** The editor loads after the page around it. */
async function untilWritable(page: Page): Promise<void> {
  await page.locator('[contenteditable="true"]').first().waitFor();
}
