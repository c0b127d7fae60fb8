import type { BrowserContext } from '@playwright/test';
import { jobs } from '@/db/schema';
import { openSession } from '@/lib/accounts/sessions';
import { findDraft } from '@/lib/posts/admin-queries';
import { buildUser } from '@/tools/testing/people';
import { expect, type Site, test } from './fixtures';

/** Signs in a second account with the role `author`. */
async function signInAuthor(context: BrowserContext, site: Site): Promise<void> {
  const userId = buildUser(site.db, { role: 'author' });
  const value = openSession(site.db, { userId, userAgent: 'e2e' }, Date.now());
  await context.addCookies([{ name: 'broadside', value, url: site.url }]);
}

test('an author writes their own posts, and is offered no action that would be refused', async ({
  page,
  site,
}) => {
  const others = site.buildPost({ headline: 'A post of the owner', status: 'draft' });
  const job = {
    kind: 'publishPost',
    isMerged: true,
    state: 'failed',
    payload: JSON.stringify({ postId: others.id }),
  } as const;
  site.db
    .insert(jobs)
    .values({ ...job, runAt: 1, dueAt: 1, createdAt: 1 })
    .run();
  await signInAuthor(page.context(), site);

  await page.goto('/admin');
  await expect(page.getByRole('banner').getByRole('navigation').getByRole('link')).toHaveText([
    'Dashboard',
    'Posts',
    'Account',
  ]);
  await expect(page.getByRole('heading', { name: /backup/i })).toHaveCount(0);
  await expect(page.getByText('A post of the owner')).toHaveCount(0);
  await page.goto('/admin/settings');
  await expect(page).toHaveURL(/\/admin$/);
  expect((await page.goto(`/admin/posts/${others.id}`))?.status()).toBe(404);

  await page.goto('/admin');
  await page.getByRole('main').getByRole('button', { name: 'New post' }).click();
  await page.waitForURL(/\/admin\/posts\/\d+/);
  const postId = Number(page.url().split('/').at(-1));
  await page.getByRole('textbox', { name: 'Headline' }).fill('By the second account');
  await expect.poll(() => findDraft(site.db, postId)?.headline).toBe('By the second account');
  await expect(page.getByRole('link', { name: 'Preview' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Publish/ })).toHaveCount(0);

  await page.goto('/admin/posts');
  await expect(page.getByRole('link', { name: 'By the second account' })).toBeVisible();
  await expect(page.getByText('A post of the owner')).toHaveCount(0);
});
