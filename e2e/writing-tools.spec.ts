import { devices } from '@playwright/test';
import { findings } from './axe';
import { Desk } from './desk';
import { expect, test } from './fixtures';

const WOMAN = 'ស្ត្រី';

test('a post is written with the slash menu, arranged, searched and finished in focus mode with the keyboard alone', async ({
  admin,
  page,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  const type = (text: string) => admin.keyboard.type(text);
  const press = (key: string) => admin.keyboard.press(key);
  await desk.headline.focus();
  await type('The mayor\'s "plan"');
  await press('Enter');
  await type('What a bridge--and a ferry--would cost.');
  await press('Enter');

  await type('It began in March.');
  await press('Enter');
  await desk.chooseBlock('heading', 'Heading');
  await type('The ferry');
  await press('Enter');
  await desk.chooseBlock('todo', 'Task list');
  await type('Ask the council');
  await press('Enter');
  await press('Enter');
  await desk.chooseBlock('pull', 'Pull quote');
  await type('Nobody counted the ferry');
  await press('Enter');
  await type('The ferry was never counted, and/or forgotten.');
  await press('Alt+Shift+ArrowUp');
  await expect(admin.locator('[data-announcer]')).toHaveText('Moved up: now 4 of 5');

  await press('Control+f');
  await admin.getByLabel('Find', { exact: true }).fill('ferry');
  await expect(admin.getByRole('search').getByRole('status')).toContainText('1 of 4');
  await admin.getByLabel('Replace with').fill('boat');
  await admin.getByRole('button', { name: 'Replace all' }).press('Enter');
  await expect(admin.getByRole('search').getByRole('status')).toHaveText('4 replaced');
  await press('Escape');
  await admin.getByRole('button', { name: 'Focus', exact: true }).press('Enter');
  await expect(admin.locator('#post-panel')).toBeHidden();
  await press('Escape');
  await expect(admin.locator('#post-panel')).toBeVisible();
  const path = await desk.publish();

  await page.goto(path);
  const text = page.getByTestId('document-body');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The mayor’s “plan”');
  await expect(
    page.locator('article > header').getByText('What a bridge–and a boat–would cost.', { exact: true }),
  ).toBeVisible();
  await expect(text.locator('h2')).toHaveText('The boat');
  await expect(text.getByRole('img', { name: 'Not done' })).toHaveCount(1);
  await expect(text.locator('.pull-quote')).toHaveText('Nobody counted the boat');
  await expect(text.locator(':scope > p').nth(1)).toContainText(
    'The boat was never counted, and/or forgotten.',
  );
});

test('typographic replacements can be undone to what was typed, in the fields and in the text', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.focus();
  await admin.keyboard.type('Say "');
  await expect(desk.headline).toHaveValue('Say “');
  await admin.keyboard.press('Backspace');
  await expect(desk.headline).toHaveValue('Say "');
  await desk.body.focus();
  await admin.keyboard.type('Say "');
  await expect(desk.body).toHaveText('Say “');
  await admin.keyboard.press('Control+z');
  await expect(desk.body).toHaveText('Say "');
});

test('Khmer is deleted by sign and traversed by cluster; zero-width spaces are shown and kept', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  const { id } = site.buildPost({ language: 'km', status: 'draft', text: `ទី\u200Bមួយ` });
  await desk.open(id);
  await desk.body.focus();
  await admin.keyboard.press('End');
  await admin.keyboard.insertText(WOMAN);
  await admin.keyboard.press('Shift+ArrowLeft');
  expect(await admin.evaluate(() => String(getSelection()))).toBe(WOMAN);
  await admin.keyboard.press('ArrowRight');
  await admin.keyboard.press('Backspace');
  await expect(desk.body).toHaveText(`ទី\u200Bមួយ${WOMAN.slice(0, -1)}`);
  await admin.keyboard.type(' "');
  await expect(desk.body).toContainText('«');
  await admin.getByRole('button', { name: 'Zero-width spaces' }).click();
  await expect(desk.body.getByTestId('zero-width')).toHaveCount(1);
  await desk.saved();
  await desk.open(id);
  await expect(desk.body).toContainText('ទី\u200Bមួយ');
});

test('a key acts at the visible caret, even before the browser reports its move', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.focus();
  await admin.keyboard.type('Kept words');
  await admin.keyboard.press('Control+Shift+ArrowLeft');
  expect(await admin.evaluate(() => String(getSelection()))).toBe('words');
  await desk.body.evaluate((body) => {
    getSelection()?.collapseToEnd();
    body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Backspace', keyCode: 8, bubbles: true, cancelable: true }),
    );
  });
  await admin.keyboard.type('!');
  await expect(desk.body).toHaveText('Kept words!');
});

test('on a phone the toolbar is at the bottom, moves blocks, and is large enough for fingers', async ({
  browser,
  site,
  ownerState,
}) => {
  const { defaultBrowserType: _browser, ...phone } = devices['Pixel 7'];
  const context = await browser.newContext({ ...phone, baseURL: site.url, storageState: ownerState });
  const page = await context.newPage();
  const desk = new Desk(page);
  await desk.begin(site);
  await desk.body.tap();
  await page.keyboard.insertText('First');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('Second');
  const toolbar = page.getByRole('toolbar', { name: 'Formatting' });
  await toolbar.getByRole('button', { name: 'Move up' }).tap();
  await expect(desk.body.locator('p')).toHaveText(['Second', 'First']);
  const button = await toolbar.getByRole('button', { name: 'Bold' }).boundingBox();
  expect(button?.height).toBeGreaterThanOrEqual(44);
  expect(button?.width).toBeGreaterThanOrEqual(44);
  expect(button?.y).toBeGreaterThan((page.viewportSize()?.height ?? 0) / 2);
  await page.getByRole('button', { name: 'Find', exact: true }).tap();
  await expect(page.getByRole('search')).toBeVisible();
  await context.close();
});

test('the toolbar can paste as plain text too', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await admin.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.begin(site);
  await desk.body.click();
  await admin.evaluate(() => navigator.clipboard.writeText('Two **stars**\n\nand no more.'));
  await desk.tool('More blocks');
  await admin.getByRole('button', { name: 'Paste as plain text' }).click();
  await expect(desk.body.locator('p').first()).toHaveText('Two **stars**');
  await expect(desk.body.locator('p').nth(1)).toHaveText('and no more.');
  await expect(desk.body).toBeFocused();
});

test('the editor tools are accessible', async ({ admin, site }) => {
  const desk = new Desk(admin);
  const { id } = site.buildPost({ status: 'draft', text: 'A line of words, and another one.' });
  await desk.open(id);
  await desk.body.focus();
  await admin.keyboard.press('End');
  await admin.keyboard.type(' /');
  await expect(admin.getByRole('listbox', { name: 'Blocks' })).toBeVisible();
  expect(await findings(admin), 'the slash menu').toEqual([]);
  await admin.keyboard.press('Escape');
  await admin.keyboard.press('Control+Alt+m');
  await expect(admin.getByRole('menu', { name: 'This block' })).toBeVisible();
  expect(await findings(admin), 'the menu of a block').toEqual([]);
  await admin.keyboard.press('Escape');
  await admin.keyboard.press('Control+f');
  await admin.getByLabel('Find', { exact: true }).fill('words');
  await expect(desk.body.getByTestId('match')).toHaveCount(1);
  expect(await findings(admin), 'find and replace').toEqual([]);
});
