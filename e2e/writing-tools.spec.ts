import { devices } from '@playwright/test';
import { Desk } from './desk';
import { expect, test } from './fixtures';

const WOMAN = 'ស្ត្រី';

test('typographic signs are taken back as they were typed, in the fields and in the text', async ({
  admin,
}) => {
  const desk = new Desk(admin);
  await desk.begin();
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

test('Khmer is deleted by sign and passed by cluster; zero-width spaces are shown and kept', async ({
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
  await expect(desk.body.locator('.zero-width')).toHaveCount(1);
  await desk.saved();
  await desk.open(id);
  await expect(desk.body).toContainText('ទី\u200Bមួយ');
});

test('on a phone the toolbar stands at the bottom, moves blocks, and is large enough for fingers', async ({
  browser,
  site,
  ownerState,
}) => {
  const { defaultBrowserType: _browser, ...phone } = devices['Pixel 7'];
  const context = await browser.newContext({ ...phone, baseURL: site.url, storageState: ownerState });
  const page = await context.newPage();
  const desk = new Desk(page);
  await desk.begin();
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
