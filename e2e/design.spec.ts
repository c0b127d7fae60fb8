import { findings } from './axe';
import { expect, test } from './fixtures';
import { Publication } from './publication';

const ADDRESS = '/admin/design';

test('a publication has no design page', async ({ admin }) => {
  const answer = await admin.goto(ADDRESS);
  expect(answer?.status()).toBe(404);
});

test.describe('with DESIGN_PAGE=on', () => {
  let publication: Publication;
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    publication = await Publication.start('owner', { DESIGN_PAGE: 'on' });
  });
  test.afterAll(() => publication.dispose());

  test('every control is accessible, and fits at 400 %', async ({ admin, page }) => {
    await admin.goto(publication.url + ADDRESS);
    await expect(admin.getByRole('heading', { name: 'Buttons' })).toBeVisible();
    expect(await findings(admin, 'html', true)).toEqual([]);
    await admin.setViewportSize({ width: 320, height: 256 });
    expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.goto(publication.url + ADDRESS);
    await expect(page, 'signed out').toHaveURL(/\/admin\/sign-in/);
  });

  test('a menu opens by keys, goes round, closes by Escape and Tab, and gives the focus back', async ({
    admin,
  }) => {
    await admin.goto(publication.url + ADDRESS);
    const button = admin.getByRole('button', { name: 'This block' }).first();
    const items = button.locator('xpath=..').getByRole('menuitem');
    await button.press('ArrowUp');
    await expect(items.last()).toBeFocused();
    await admin.keyboard.press('ArrowDown');
    await expect(items.first()).toBeFocused();
    await admin.keyboard.press('d');
    await expect(items.filter({ hasText: 'Duplicate' })).toBeFocused();
    await admin.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await expect(items).toHaveCount(0);
    await admin.keyboard.press('Enter');
    await expect(items.first()).toBeFocused();
    await admin.keyboard.press('Tab');
    await expect(items).toHaveCount(0);
    await expect(button).not.toBeFocused();
    await button.click();
    await items.filter({ hasText: 'Duplicate' }).click();
    await expect(items).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  test('a dialog closes by Escape and by its button and gives the focus back; one with a question stays', async ({
    admin,
  }) => {
    await admin.goto(publication.url + ADDRESS);
    const opener = admin.getByRole('button', { name: 'normal', exact: true }).first();
    const dialog = admin.getByRole('dialog');
    await opener.click();
    await expect(dialog).toBeVisible();
    await admin.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
    await opener.click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
    const question = admin.getByRole('button', { name: 'required', exact: true }).first();
    await question.click();
    for (let pressed = 0; pressed < 3; pressed += 1) await admin.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button').first().click();
    await expect(dialog).toHaveCount(0);
    await expect(question).toBeFocused();
  });
});
