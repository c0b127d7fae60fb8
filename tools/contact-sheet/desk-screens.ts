import type { Page } from '@playwright/test';
import type { Db } from '@/db/client';
import type { KindOfPage } from './kinds-of-pages';

/** A screen behind the sign-in: a page of the desk, and what is opened on it. */
export interface DeskScreen extends KindOfPage {
  open?: (page: Page) => Promise<void>;
}

/** Returns the key screens of the desk and of the editor, for a publication with samples. */
export function deskScreens(db: Db): DeskScreen[] {
  const post = db.$client
    .prepare("select id from posts where status = 'published' and kind = 'post' order by id limit 1")
    .get() as { id: number };
  const editor = `/admin/posts/${post.id}`;
  return [
    { name: 'desk', path: '/admin' },
    { name: 'desk-palette', path: '/admin', open: (page) => page.keyboard.press('Control+k') },
    { name: 'desk-posts', path: '/admin/posts' },
    { name: 'desk-library', path: '/admin/media' },
    { name: 'desk-series', path: '/admin/series' },
    { name: 'desk-topics', path: '/admin/topics' },
    { name: 'desk-settings', path: '/admin/settings' },
    { name: 'desk-account', path: '/admin/account' },
    { name: 'desk-design', path: '/admin/design' },
    { name: 'editor', path: editor, open: untilWritable },
    { name: 'editor-new', path: '/admin/posts/new' },
    { name: 'editor-publish', path: editor, open: clickButton(/^(Publish|Update)/) },
    { name: 'editor-history', path: editor, open: clickButton(/history/i) },
    { name: 'editor-proof', path: `${editor}/proof` },
  ];
}

function clickButton(name: RegExp) {
  return async (page: Page) => {
    if (page.url().includes('/admin/posts/')) await untilWritable(page);
    const button = page.getByRole('button', { name }).first();
    // In narrow windows it may be in a panel that is closed.
    if (await button.isVisible()) await button.click();
  };
}

/** The editor loads after the page around it. */
async function untilWritable(page: Page): Promise<void> {
  await page.locator('[contenteditable="true"]').first().waitFor();
}
