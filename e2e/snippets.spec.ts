import { requireValue } from '@/lib/errors';
import { createSnippet } from '@/lib/snippets/snippets';
import { contextAt } from '@/tools/testing/actors';
import { bodyOf } from '@/tools/testing/factories';
import { confirmIn, Desk } from './desk';
import { expect, type Site, test } from './fixtures';

test('words are kept from one text, and inserted into another with the slash menu', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type('Write to us at the pier');
  await admin.keyboard.press('Control+a');
  await admin.keyboard.press('Control+Alt+s');
  const dialog = admin.getByRole('dialog', { name: 'Snippets' });
  await dialog.getByLabel('Snippet name').fill('Letters address');
  await dialog.getByRole('button', { name: 'Keep as snippet' }).click();
  await expect(dialog.getByText('Snippet kept.')).toBeVisible();

  await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type('Please: ');
  await desk.chooseBlock('lett', 'Letters address');
  await expect(desk.body).toHaveText('Please: Write to us at the pier');
  await admin.keyboard.press('Control+z');
  await expect(desk.body).toHaveText('Please:');
});

test('blocks split the line of the caret, and go as words into a headline', async ({ admin, site }) => {
  keepSnippet(site, 'Two lines', 'First\nSecond');
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type('begin end');
  for (let step = 0; step < 3; step += 1) await admin.keyboard.press('ArrowLeft');
  await choose();
  await expect(desk.body.locator('p')).toHaveText(['begin', 'First', 'Second', 'end']);
  await admin.keyboard.type('!');
  await expect(desk.body.locator('p').nth(2)).toHaveText('Second!');

  await desk.headline.focus();
  await choose();
  await expect(desk.headline).toHaveValue(/First\s+Second/);

  async function choose() {
    await admin.keyboard.press('Control+Alt+s');
    const dialog = admin.getByRole('dialog', { name: 'Snippets' });
    await expect(dialog.getByRole('searchbox', { name: 'Search snippets' })).toBeFocused();
    await admin.keyboard.type('two');
    await expect(dialog.getByRole('listitem')).toHaveCount(1);
    await admin.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  }
});

test('a snippet is renamed, offered in every language, and deleted', async ({ admin, site }) => {
  keepSnippet(site, 'Greeting', 'Dear reader,');
  await admin.goto('/admin/templates');
  await admin.getByText('Greeting', { exact: true }).click();
  const row = admin.getByRole('listitem').filter({ hasText: 'Dear reader,' });
  await row.getByLabel('Snippet name').fill('Farewell');
  await row.getByLabel('Language').selectOption('');
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(row.getByText('Saved.')).toBeVisible();
  await expect(row.locator('summary')).toHaveText('Farewell');
  await row.getByRole('button', { name: 'Delete snippet' }).click();
  await confirmIn(admin, 'Delete snippet');
  await expect(admin.getByText('No snippets yet.')).toBeVisible();
});

/** Keeps a snippet in the database of the publication. */
function keepSnippet(site: Site, name: string, text: string): void {
  const snippet = { name, language: 'en' as const, body: bodyOf(text) };
  requireValue(createSnippet(site.db, snippet, contextAt(Date.now())));
}
