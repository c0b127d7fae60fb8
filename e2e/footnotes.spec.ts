import type { Locator, Page } from '@playwright/test';
import { Desk } from './desk';
import { expect, type Site, test } from './fixtures';
import { pageAt } from './page-at';

const field = (page: Page) => page.getByRole('textbox', { name: 'Footnote' });
const tool = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Format the footnote' }).getByRole('button', { name });
const signs = (desk: Desk) => desk.body.getByRole('button', { name: /^Footnote: / });

/** Begins a post and types, up to the field of a new footnote. */
async function noted(admin: Page, site: Site, words: string): Promise<Desk> {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type(`${words}[^`);
  await expect(field(admin)).toBeFocused();
  return desk;
}

test('a footnote is written with formatting and paragraphs, referred to twice, and read everywhere', async ({
  admin,
  site,
  page,
  request,
}) => {
  const desk = await noted(admin, site, 'A claim');
  const type = (words: string) => admin.keyboard.type(words);
  await type('See ');
  await tool(admin, 'Bold').click();
  await type('the record');
  await tool(admin, 'Bold').click();
  await type(', page');
  for (let letter = 0; letter < 4; letter += 1) await admin.keyboard.press('Shift+ArrowLeft');
  await tool(admin, 'Link').click();
  await admin.getByLabel('Link to').fill('example.org/page');
  await admin.keyboard.press('Enter');
  await expect(field(admin).getByRole('link', { name: 'page' })).toBeVisible();
  await expect(field(admin)).toBeFocused();
  await admin.keyboard.press('End');
  await admin.keyboard.press('Enter');
  await type('And more.');
  await admin.keyboard.press('Enter');
  // As in a list, a second Enter leaves.
  await admin.keyboard.press('Enter');
  await expect(field(admin)).toHaveCount(0);
  await type(', another[^');
  await expect(field(admin)).toBeFocused();
  await type('Other.');
  await admin.keyboard.press('Escape');
  await type(', and the first again[^');
  await admin.getByLabel('Or refer to an earlier footnote').selectOption('1. See the record, page');
  await expect(field(admin)).toHaveCount(0);
  await type('.');
  await expect(signs(desk)).toHaveCount(3);
  await expect(signs(desk).last()).toHaveText('1');
  await desk.headline.fill('Notes');
  const path = await desk.publish();

  await page.goto(path);
  const text = page.getByTestId('document-body');
  await expect(text.locator('p').first()).toHaveText('A claim1, another2, and the first again1.');
  const notes = text.locator('.footnotes li');
  await expect(notes).toHaveText([/^See the record, pageAnd more\. ↩ ↩$/, /^Other\. ↩$/]);
  await expect(notes.locator('strong')).toHaveText('the record');
  await expect(notes.getByRole('link', { name: 'page' })).toHaveAttribute('href', 'https://example.org/page');
  for (const other of [`/text${path}`, `${path}/copy.html`]) {
    const { document } = await pageAt(request, other);
    expect(document.querySelectorAll('li#fn-1 p'), other).toHaveLength(2);
    expect(document.querySelector('li#fn-1 a[href="https://example.org/page"]'), other).not.toBeNull();
  }
  const feed = await (await request.get('/feed.xml')).text();
  expect(feed).toContain(`${path}#fnref-1-2`);
});

test('a key in a note acts at the visible caret, before the browser has reported that it moved', async ({
  admin,
  site,
}) => {
  await noted(admin, site, 'A claim');
  await admin.keyboard.type('See page');
  for (let letter = 0; letter < 4; letter += 1) await admin.keyboard.press('Shift+ArrowLeft');
  await field(admin).evaluate((note) => {
    getSelection()?.collapseToEnd();
    note.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true }));
  });
  await expect(field(admin).locator('p')).toHaveText(['See page', '']);
});

test('the note stays what the text refers to, whichever reference is deleted', async ({
  admin,
  site,
  page,
}) => {
  const desk = await noted(admin, site, 'One');
  await admin.keyboard.type('The same.');
  await admin.keyboard.press('Escape');
  await admin.keyboard.type(' two[^');
  await admin.getByLabel('Or refer to an earlier footnote').selectOption({ index: 1 });
  await signs(desk).last().click();
  await expect(field(admin)).toBeFocused();
  await admin.keyboard.type(' Changed.');
  await admin.keyboard.press('Escape');
  await expect(desk.body.getByRole('button', { name: 'Footnote: The same. Changed.' })).toHaveCount(2);
  await signs(desk).first().click();
  await desk.body.getByRole('button', { name: 'Remove' }).click();
  await expect(signs(desk)).toHaveCount(1);
  await expect(desk.body).toBeFocused();
  await desk.headline.fill('Notes');
  await page.goto(await desk.publish());
  await expect(page.locator('.footnotes li')).toHaveText([/^The same\. Changed\. ↩$/]);
});

test('undoing in a note changes the note alone, and what is undone in the text reaches an open note', async ({
  admin,
  site,
}) => {
  const desk = await noted(admin, site, 'Words of the text');
  await admin.keyboard.type('Page 4.');
  for (let time = 0; time < 5; time += 1) await admin.keyboard.press('Control+z');
  await expect(field(admin)).toHaveText('');
  await expect(desk.body).toContainText('Words of the text');
  await admin.keyboard.type('Page 5.');
  await expect(signs(desk)).toHaveAccessibleName('Footnote: Page 5.');
  await desk.saved();
  await admin.reload();
  await desk.ready();
  await signs(desk).click();
  await expect(field(admin)).toHaveText('Page 5.');
  await admin.keyboard.press('Escape');
  await expect(desk.body).toBeFocused();
  await admin.keyboard.type(' and more');
  await expect(desk.body.locator('p').first()).toContainText('and more');
  // A longer selection opens no box.
  await admin.keyboard.press('Control+a');
  await expect(field(admin)).toHaveCount(0);
});

test('what is pasted into a note is cleaned as in the text, without private comments', async ({
  admin,
  site,
}) => {
  const desk = await noted(admin, site, 'A claim');
  await paste(field(admin), {
    'text/html':
      '<p>See <i>The Post</i><a href="#cmnt1" id="cmnt_ref1">[a]</a>, <a href="https://a.example/?utm_source=x">page 4</a>.</p>' +
      '<h2>And more</h2><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>Do not print this.</p></div>',
    'text/plain': 'See The Post[a], page 4.\n\nAnd more\n[a]Do not print this.',
  });
  await expect(field(admin).locator('p')).toHaveText(['See The Post, page 4.', 'And more']);
  await expect(field(admin).getByRole('link')).toHaveAttribute('href', 'https://a.example/');
  await expect(desk.body).not.toContainText('Do not print');
  const summary = admin.getByRole('complementary', { name: 'Paste summary' });
  await summary.locator('summary').click();
  await expect(summary).toContainText('1 comment');
  await summary.getByRole('button', { name: 'Undo paste' }).click();
  await expect(signs(desk)).toHaveAccessibleName('Footnote: empty');
});

test('on a phone the box of a note is on the screen, and its link form too', async ({ admin, site }) => {
  await admin.setViewportSize({ width: 360, height: 740 });
  const desk = await noted(admin, site, 'A claim in the middle of a narrow line');
  await admin.keyboard.type('Page 4.');
  await tool(admin, 'Link').click();
  await expect(admin.getByLabel('Link to')).toBeFocused();
  for (const part of [
    field(admin),
    admin.getByLabel('Link to'),
    desk.body.getByRole('button', { name: 'Done' }),
  ]) {
    const box = await part.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  }
  await admin.keyboard.press('Escape');
  await expect(field(admin)).toBeFocused();
  await desk.body.getByRole('button', { name: 'Done' }).click();
  await expect(field(admin)).toHaveCount(0);
});

test('words in notes are found and replaced with those of the text', async ({ admin, site }) => {
  const desk = await noted(admin, site, 'The ferry');
  await admin.keyboard.type('A ferry of 1961.');
  await admin.keyboard.press('Escape');
  await admin.keyboard.press('Control+f');
  await admin.getByLabel('Find', { exact: true }).fill('ferry');
  await expect(desk.body.getByTestId('match')).toHaveCount(2);
  await admin.getByLabel('Replace with').fill('boat');
  await admin.getByRole('button', { name: 'Replace all' }).click();
  await expect(signs(desk)).toHaveAccessibleName('Footnote: A boat of 1961.');
  await expect(desk.body.locator('p').first()).toContainText('The boat');
});

/** Pastes as a browser does: one event with every format of the content. */
function paste(into: Locator, contents: Record<string, string>): Promise<void> {
  return into.evaluate((element, contents) => {
    const clipboardData = new DataTransfer();
    for (const [type, content] of Object.entries(contents)) clipboardData.setData(type, content);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, contents);
}
