import type { BrowserContext } from '@playwright/test';
import { findings } from './axe';
import { Desk } from './desk';
import { expect, test } from './fixtures';

// A text that changed elsewhere answers 409.
test.use({ refusedWith: [409] });

/** Opens the same post in another tab of the same browser. */
async function anotherTab(context: BrowserContext, postId: number): Promise<Desk> {
  const desk = new Desk(await context.newPage());
  await desk.page.goto(`/admin/posts/${postId}`);
  return desk;
}

test('a second tab shows the text live, and takes over editing with everything in it', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  const other = await anotherTab(admin.context(), postId);
  await expect(other.page.getByRole('heading', { name: 'Open in another tab' })).toBeVisible();
  expect(await findings(other.page, 'main'), 'a second tab').toEqual([]);
  await admin.bringToFront();
  await desk.body.click();
  await admin.keyboard.type('From the first tab');
  await expect(other.page.getByTestId('writing-body')).toHaveText('From the first tab');
  await admin.keyboard.type(', to the last letter');
  await other.page.getByRole('button', { name: 'Edit here instead' }).click();
  await other.ready();
  await expect(other.body).toHaveText('From the first tab, to the last letter');
  await expect(admin.getByRole('heading', { name: 'Open in another tab' })).toBeVisible();
  await other.body.press('Control+End');
  await other.page.keyboard.type('. Gone on in the second.');
  await other.saved();
  await expect(admin.getByTestId('writing-body')).toHaveText(
    'From the first tab, to the last letter. Gone on in the second.',
  );
});

test('when the editing tab is closed, the other one continues', async ({ admin, site }) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  const other = await anotherTab(admin.context(), postId);
  await expect(other.page.getByRole('heading', { name: 'Open in another tab' })).toBeVisible();
  await admin.bringToFront();
  await desk.body.click();
  await admin.keyboard.type('Closed in the middle');
  await desk.saved();
  await admin.close();
  await other.ready();
  await expect(other.body).toHaveText('Closed in the middle');
  await expect(other.page.getByRole('region', { name: 'Unsaved changes' })).toHaveCount(0);
});

test('of two devices, neither overwrites the other', async ({ admin, device, site }) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  const other = new Desk(device);
  await other.open(postId);
  await desk.body.click();
  await admin.keyboard.type('From the first device');
  await desk.saved();
  await other.body.click();
  await other.page.keyboard.type('From the second device');
  await expect(other.indicator).toHaveText('Two versions: choose one');
  await expect(other.page.getByRole('dialog')).toContainText('changed elsewhere');
  await other.page.getByRole('button', { name: 'Use the server’s version' }).click();
  await expect(other.body).toHaveText('From the first device');
  const aside = await other.section('Set-aside versions');
  await aside.getByRole('button', { name: 'Restore' }).first().click();
  await expect(other.body).toHaveText('From the second device');
  await other.saved();
});

test('with two devices, the author merges both texts into one', async ({ admin, device, site }) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  const other = new Desk(device);
  await other.open(postId);
  await desk.headline.fill('The headline of the first');
  await desk.saved();
  await other.body.click();
  await other.page.keyboard.type('The body of the second');
  const dialog = other.page.getByRole('dialog');
  await expect(dialog).toContainText('changed elsewhere');
  expect(await findings(other.page), 'the conflict').toEqual([]);
  await dialog.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog).toContainText('The headline of the first');
  expect(await findings(other.page), 'choosing').toEqual([]);
  await other.page
    .getByRole('button', { name: /The server’s version/ })
    .last()
    .click();
  expect(await findings(other.page), 'chosen').toEqual([]);
  await other.page.getByRole('button', { name: 'Use this version' }).click();
  await expect(other.headline).toHaveValue('The headline of the first');
  await other.saved();
});
