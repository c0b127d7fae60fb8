import { requireValue } from '@/lib/errors';
import { createTemplate } from '@/lib/templates/templates';
import { contextAt } from '@/tools/testing/actors';
import { confirmIn, Desk, openPalette } from './desk';
import { expect, type Site, test } from './fixtures';

test('a post is saved as a template, and other posts begin from it', async ({ admin, site }) => {
  const { id } = site.buildPost({
    headline: 'Letter from the river',
    text: 'Dear reader,\nYours',
    status: 'draft',
  });
  const desk = new Desk(admin);
  await desk.open(id);
  const section = await desk.section('Save as template');
  await section.getByLabel('Template name').fill('Letter');
  await section.getByRole('button', { name: 'Save as template' }).click();
  await expect(admin.getByText('Template saved')).toBeVisible();

  await admin.goto('/admin/posts');
  await admin.getByRole('link', { name: 'From template' }).click();
  await admin.getByRole('button', { name: /^Letter/ }).click();
  await admin.waitForURL(/\/admin\/posts\/\d+$/);
  await desk.ready();
  expect(admin.url()).not.toMatch(new RegExp(`/${id}$`));
  await expect(desk.headline).toHaveValue('Letter from the river');
  await expect(desk.body).toContainText('Dear reader,');
});

test('the palette begins a post from a template', async ({ admin, site }) => {
  saveTemplate(site, 'Weekly column');
  await admin.goto('/admin');
  const palette = await openPalette(admin);
  await palette.getByRole('combobox').fill('weekly');
  await expect(palette.getByRole('option', { selected: true })).toHaveText('New post: Weekly column');
  await admin.keyboard.press('Enter');
  await admin.waitForURL(/\/admin\/posts\/\d+$/);
  await expect(new Desk(admin).headline).toHaveValue('Weekly column of …');
});

test('a template is renamed and deleted', async ({ admin, site }) => {
  saveTemplate(site, 'Review');
  await admin.goto('/admin/templates');
  const row = admin.getByRole('listitem').filter({ hasText: 'Review' });
  await row.locator('summary').click();
  await row.getByLabel('Template name').fill('Book review');
  await row.getByRole('button', { name: 'Rename' }).click();
  await expect(admin.getByRole('listitem').filter({ hasText: 'Book review' })).toBeVisible();
  const renamed = admin.getByRole('listitem').filter({ hasText: 'Book review' });
  await renamed.getByRole('button', { name: 'Delete template' }).click();
  await confirmIn(admin, 'Delete template');
  await expect(admin.getByText('No templates yet.')).toBeVisible();
});

/** Saves a template in the database of the publication. */
function saveTemplate(site: Site, name: string): void {
  const { id: postId } = site.buildPost({ headline: `${name} of …`, status: 'draft' });
  requireValue(createTemplate(site.db, { postId, name }, contextAt(Date.now())));
}
