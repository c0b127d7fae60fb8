import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { Desk } from './desk';
import { expect, test } from './fixtures';

const corpus = (name: string) => readFileSync(`lib/cleaning/corpus/${name}`, 'utf8');

/** Pastes as a browser does: one event with every format of the content. */
function paste(into: Locator, contents: Record<string, string>): Promise<void> {
  return into.evaluate((element, contents) => {
    const clipboardData = new DataTransfer();
    for (const [type, content] of Object.entries(contents)) clipboardData.setData(type, content);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, contents);
}

test('a pasted news page becomes its text; a summary says what was removed, and one undo takes it back', async ({
  admin,
  site,
}) => {
  await admin.route('**/admin/media/fetch', (route) =>
    route.fulfill({ status: 422, json: { ok: false, code: 'unavailable', message: 'No.' } }),
  );
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type('Before. ');
  await paste(desk.body, { 'text/html': corpus('news-article.html'), 'text/plain': 'words' });
  await expect(desk.body.getByRole('heading', { name: 'The papers' })).toBeVisible();
  await expect(desk.body).not.toContainText('Advertisement');
  await expect(desk.body.getByRole('link', { name: 'is small' })).toHaveAttribute(
    'href',
    'https://news.example.org/town?page=2',
  );
  await expect(desk.body.getByRole('list', { name: 'Uploads' })).toContainText('could not be pasted');
  await expect(desk.body).toContainText('The pier on Tuesday. Photograph: Mony Keo/Example');
  const summary = admin.getByRole('complementary', { name: 'Paste summary' });
  await summary.getByText('Pasted from a web page').click();
  await expect(summary).toContainText('advertisement');
  await desk.saved();
  await summary.getByRole('button', { name: 'Undo paste' }).click();
  await expect(desk.body).toHaveText('Before. ');
  await expect(desk.body.getByRole('list', { name: 'Uploads' })).toHaveCount(0);
});

test('Word’s lists and notes keep their structure, and its pictures become placeholders to fill', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await paste(desk.body, { 'text/html': corpus('word-lists.html') });
  await expect(desk.body.locator('li li')).toHaveText(['in the north', 'in the south']);
  await admin.keyboard.press('Control+End');
  await paste(desk.body, { 'text/html': corpus('word-footnotes.html') });
  await expect(desk.body.getByRole('button', { name: /Footnote: Interview, Kampot/ })).toBeVisible();
  await admin.keyboard.press('Control+End');
  await admin.keyboard.press('Enter');
  await paste(desk.body, { 'text/html': corpus('word-table-and-picture.html') });
  await expect(desk.body.getByRole('columnheader')).toHaveText(['Year', 'Rice, tonnes']);
  await expect(admin.getByRole('complementary', { name: 'Paste summary' })).toContainText(
    'only on the computer',
  );
  const place = desk.body.getByRole('list', { name: 'Uploads' });
  const chooser = admin.waitForEvent('filechooser');
  await place.getByText('Add picture').click();
  const [, data = ''] = /base64,([^"]+)"/.exec(corpus('data-picture.html')) ?? [];
  await (await chooser).setFiles({
    name: 'canal.png',
    mimeType: 'image/png',
    buffer: Buffer.from(data, 'base64'),
  });
  await expect(desk.body.getByRole('figure')).toHaveCount(1);
  await expect(place).toHaveCount(0);
  await desk.saved();
});

test('a picture inside the clipboard itself is added to the library', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  const [image = ''] = /<img src="data:[^>]+>/.exec(corpus('data-picture.html')) ?? [];
  await paste(desk.body, { 'text/html': `<p>Words before it.</p><p>${image}</p>` });
  await expect(desk.body.getByRole('figure')).toHaveCount(1);
  await expect(desk.body.getByRole('list', { name: 'Uploads' })).toHaveCount(0);
  await desk.saved();
});

test('pasted Markdown becomes structure, or plain text on request', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await paste(desk.body, { 'text/plain': '## The tide\n\nIt **rises**.\n' });
  await expect(desk.body.getByRole('heading', { name: 'The tide' })).toBeVisible();
  await expect(desk.body.locator('strong')).toHaveText('rises');
  const summary = admin.getByRole('complementary', { name: 'Paste summary' });
  await summary.getByText('Pasted from Markdown').click();
  await summary.getByRole('button', { name: 'Paste as plain text instead' }).click();
  await expect(desk.body.locator('p')).toHaveText(['## The tide', 'It **rises**.']);
});

test('a text that is too long for a post is not pasted, even as one line, and the author is told', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await paste(desk.body, { 'text/plain': 'The river. '.repeat(100_000) });
  await expect(admin.getByRole('complementary', { name: 'Paste summary' })).toContainText(
    'Nothing was pasted: the text is too long for one post.',
  );
  await expect(desk.body).toHaveText('');
});
