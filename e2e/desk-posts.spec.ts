import { requireValue } from '@/lib/errors';
import { createAuthor } from '@/lib/labels/authors';
import { createTopic } from '@/lib/labels/topics';
import { linkTranslation } from '@/lib/posts/commands/link-translation';
import { pickPost, pinPost } from '@/lib/posts/commands/place-on-front';
import { createSeries } from '@/lib/series/series';
import { contextAt } from '@/tools/testing/actors';
import { confirmIn, Desk } from './desk';
import { expect, test } from './fixtures';

test('the list of posts is filtered by state, language, topic, author and words', async ({ admin, site }) => {
  const { topicId } = site.buildTopic('Ferries');
  site.buildPost({ headline: 'Narrowed: the ferry', topicIds: [topicId] });
  site.buildPost({ headline: 'Narrowed: a draft', status: 'draft', text: 'Half a thought about anchors.' });
  site.buildPost({ headline: 'ចម្រោះ', language: 'km' });
  const rows = admin.getByRole('list', { name: /^Posts\./ }).getByRole('link');

  await admin.goto('/admin/posts');
  await admin
    .getByRole('navigation', { name: 'Posts' })
    .getByRole('link', { name: /^Draft/ })
    .click();
  await admin.getByLabel('Search posts').fill('anchors');
  await admin.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(rows).toHaveText(['Narrowed: a draft']);
  await admin.goto('/admin/posts?language=km');
  await expect(rows.filter({ hasText: 'ចម្រោះ' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Narrowed' })).toHaveCount(0);
  await admin.goto('/admin/posts');
  await admin.getByText('Filter and sort').click();
  await admin.getByLabel('Any topic').selectOption({ label: 'Ferries' });
  await admin.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(rows).toHaveText(['Narrowed: the ferry']);
  await admin.goto('/admin/posts?q=nothing-like-this');
  await expect(admin.getByText('No posts match.')).toBeVisible();
});

test('many posts are moved to the bin at once with the keyboard, and undo publishes them again', async ({
  admin,
  page,
  site,
}) => {
  const slugs = ['Binned: one', 'Binned: two', 'Binned: three'].map(
    (headline) => site.buildPost({ headline }).slug,
  );
  await admin.goto('/admin/posts?q=binned');
  const box = (headline: string) => admin.getByRole('checkbox', { name: headline });
  // Before the page listens it takes neither focus nor keys.
  await expect(box('Binned: three')).toBeEnabled();
  await box('Binned: three').focus();
  await admin.keyboard.press('Space');
  await admin.keyboard.press('Shift+ArrowDown');
  await admin.keyboard.press('Shift+ArrowDown');
  await expect(admin.getByText('3 selected')).toBeVisible();
  await admin.getByRole('button', { name: 'Move to bin', exact: true }).last().click();
  await expect(admin.getByRole('status').filter({ hasText: '3 posts moved to the bin.' })).toBeVisible();
  for (const slug of slugs) expect((await page.goto(`/${slug}`))?.status(), slug).toBe(410);

  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'Undone.' })).toBeVisible();
  await expect(box('Binned: two')).toBeVisible();
  for (const slug of slugs) expect((await page.goto(`/${slug}`))?.status(), slug).toBe(200);
});

test('a change to all matches includes those on other pages', async ({ admin, site }) => {
  const { topicId } = site.buildTopic('Anchors');
  for (let n = 0; n < 32; n += 1) site.buildPost({ headline: `Matching ${n}`, status: 'draft' });
  await admin.goto('/admin/posts?q=matching');
  await admin.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await admin.getByRole('button', { name: 'Select all 32 matching posts' }).click();
  await admin.getByLabel('Set topic or author…').selectOption({ value: `addTopic:${topicId}` });
  await admin.getByRole('button', { name: 'Apply' }).click();
  await expect(admin.getByRole('status').filter({ hasText: '32 posts changed.' })).toBeVisible();
  await admin.goto(`/admin/posts?topicId=${topicId}&page=2`);
  await expect(admin.getByText('31–32 of 32')).toBeVisible();
});

test('a filtered list is saved under a name, opened with one click, renamed and deleted', async ({
  admin,
}) => {
  await admin.goto('/admin/posts?language=km');
  await admin.getByRole('button', { name: 'Save view' }).click();
  await admin.getByLabel('View name').fill('In Khmer');
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  const views = admin.getByRole('navigation', { name: 'Saved views' });
  await expect(views.getByRole('link', { name: 'In Khmer' })).toBeVisible();
  await admin.goto('/admin/posts');
  await views.getByRole('link', { name: 'In Khmer' }).click();
  await expect(admin).toHaveURL(/language=km/);
  await views.getByRole('button', { name: 'Rename' }).click();
  await admin.getByLabel('View name').fill('Khmer ones');
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(views.getByRole('link', { name: 'Khmer ones' })).toBeVisible();
  await views.getByRole('button', { name: 'Delete view' }).click();
  await expect(views.getByRole('link', { name: 'Khmer ones' })).toHaveCount(0);
});

test('a post is moved to the bin from the editor, restored, and deleted permanently only from the bin', async ({
  admin,
  site,
}) => {
  const { id } = site.buildPost({ headline: 'From the editor', status: 'draft' });
  const desk = new Desk(admin);
  await desk.open(id);
  const section = await desk.section('Duplicate or delete');
  await section.getByRole('button', { name: 'Move to bin' }).click();
  await admin.waitForURL(/\/admin\/posts\?/);
  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByRole('link', { name: 'From the editor' })).toBeVisible();

  await admin.getByRole('button', { name: 'More actions for “From the editor”' }).click();
  await admin.getByRole('menuitem', { name: 'Move to bin' }).click();
  await expect(admin.getByRole('status').filter({ hasText: '1 post moved to the bin.' })).toBeVisible();
  await admin.goto('/admin/posts?status=binned');
  await expect(admin.getByText('Posts in the bin are deleted permanently after 30 days')).toBeVisible();
  await admin.getByRole('checkbox', { name: 'From the editor' }).check();
  await admin.getByRole('button', { name: 'Delete permanently' }).click();
  await confirmIn(admin, 'Delete permanently');
  await expect(admin.getByRole('status').filter({ hasText: '1 post deleted permanently.' })).toBeVisible();
  expect((await admin.goto(`/admin/posts/${id}`))?.status()).toBe(404);
});

test('rows lead to the version in the other language, and say which post is pinned or picked', async ({
  admin,
  site,
}) => {
  const english = site.buildPost({ headline: 'Versions: the river' });
  const khmer = site.buildPost({ headline: 'Versions: ទន្លេ', language: 'km', status: 'draft' });
  const by = contextAt(Date.now());
  requireValue(linkTranslation(site.db, { postId: khmer.id, translationOfPostId: english.id }, by));
  requireValue(pinPost(site.db, { postId: english.id, until: null }, by));
  const picked = site.buildPost({ headline: 'Versions: picked' });
  requireValue(pickPost(site.db, { postId: picked.id }, by));

  await admin.goto('/admin/posts?q=versions');
  const row = (headline: string) => admin.getByRole('listitem').filter({ hasText: headline });
  await expect(row('the river')).toContainText('Pinned');
  await expect(row('picked')).toContainText('Editor’s pick');
  await expect(row('picked').getByRole('link')).toHaveCount(1);
  await row('the river').getByRole('link', { name: 'ខ្មែរ' }).click();
  await expect(admin).toHaveURL(new RegExp(`/admin/posts/${khmer.id}$`));
  await admin.goto('/admin/posts?q=versions');
  await row('ទន្លេ').getByRole('link', { name: 'English' }).click();
  await expect(admin).toHaveURL(new RegExp(`/admin/posts/${english.id}$`));
});

test('topics, authors and series are in the order of their names in the language of the desk', async ({
  admin,
  site,
}) => {
  const by = contextAt(Date.now());
  for (const [index, name] of ['Zinc', 'Étude', 'apples'].entries()) {
    const label = { name: { en: name }, slug: `${index}-sorted` };
    requireValue(createTopic(site.db, { ...label, description: {} }, by));
    requireValue(createAuthor(site.db, { ...label, biography: {} }, by));
    requireValue(createSeries(site.db, { ...label, description: {} }, by));
  }
  for (const path of ['/admin/topics', '/admin/authors', '/admin/series']) {
    await admin.goto(path);
    const names = admin.locator('summary strong, li h2').filter({ hasText: /^(Zinc|Étude|apples) ?$/ });
    await expect(names, path).toHaveText(['apples', 'Étude', 'Zinc']);
  }
  await admin.goto('/admin/posts');
  const topics = admin
    .getByLabel('Any topic')
    .locator('option')
    .filter({ hasText: /^(Zinc|Étude|apples)$/ });
  await expect(topics).toHaveText(['apples', 'Étude', 'Zinc']);
});
