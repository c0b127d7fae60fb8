import type { BrowserContext } from '@playwright/test';
import { findings } from './axe';
import { Desk } from './desk';
import { expect, OWNER, test } from './fixtures';
import { Publication } from './publication';

// A session that ended answers 401, and a text that changed elsewhere 409.
test.use({ refusedWith: [401, 409] });

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

test('a lost response is not a conflict', async ({ admin, site }) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  let lost = 0;
  await admin.route('**/draft', async (route) => {
    if (route.request().method() !== 'PUT' || lost > 1) return route.fallback();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await desk.body.click();
  await admin.keyboard.type('Twice unanswered');
  await expect(desk.indicator).toContainText('Offline');
  await admin.keyboard.type(', and gone on');
  await desk.saved();
  expect(lost).toBe(2);
  await desk.open(postId);
  await expect(desk.body).toHaveText('Twice unanswered, and gone on');
});

test('when the session ends, the author signs in again over the text, and it is saved', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.saved();
  await admin.context().clearCookies();
  await desk.body.click();
  await desk.page.keyboard.type('Written without a session');
  const dialog = desk.page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog).toBeVisible();
  expect(await findings(desk.page), 'signing in again').toEqual([]);
  await dialog.getByLabel('E-mail').fill(OWNER.email);
  await dialog.getByLabel('Passphrase').fill('not this one');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog.getByRole('alert')).toContainText('is incorrect');
  await dialog.getByLabel('Passphrase').fill(OWNER.passphrase);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toHaveCount(0);
  await desk.saved();
  await expect(desk.body).toHaveText('Written without a session');

  await desk.headline.fill('Published after signing in');
  await desk.saved();
  const publishing = await desk.beforePublishing();
  await admin.context().clearCookies();
  await publishing.getByRole('button', { name: /^Publish/ }).click();
  await dialog.getByLabel('E-mail').fill(OWNER.email);
  await dialog.getByLabel('Passphrase').fill(OWNER.passphrase);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(desk.page.getByRole('link', { name: 'View post' })).toBeVisible();
});

test('an error while signing in again over the text is in the admin’s language', async ({
  admin: page,
  site,
}) => {
  const inLanguage = site.db.$client.prepare('update users set language = ? where email = ?');
  try {
    inLanguage.run('km', OWNER.email);
    const { id } = site.buildPost({ status: 'draft' });
    await page.goto(`/admin/posts/${id}`);
    await page.getByTestId('writing-body').click();
    await page.context().clearCookies();
    await page.keyboard.type('Written without a session');
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[name=email]').fill(OWNER.email);
    await dialog.locator('input[name=passphrase]').fill('not this one');
    await dialog.locator('button[type=submit]').click();
    await expect(dialog.getByRole('alert')).toHaveText(/[\u1780-\u17FF]{10}/);
  } finally {
    inLanguage.run(null, OWNER.email);
  }
});

test('a full disk is reported, and the text is saved when there is space again', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.saved();
  const message = 'The server’s disk is full. Nothing was changed. Free some space and try again.';
  // The server's own answer to a full disk, which the test of the command causes for real.
  await admin.route('**/draft', (route) =>
    route.fulfill({ status: 503, json: { ok: false, code: 'unavailable', message } }),
  );
  await desk.body.click();
  await admin.keyboard.type('No room for this');
  await expect(desk.indicator).toHaveText(`Not saved: ${message} · Saved on this device`);
  await admin.unroute('**/draft');
  await desk.saved();
});

test('a text whose post was deleted meanwhile becomes a new post', async ({ admin, site }) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  await desk.saved();
  site.db.$client.prepare('delete from posts where id = ?').run(postId);
  await desk.body.click();
  await admin.keyboard.type('Its post is gone');
  await admin.getByRole('button', { name: 'Save as new post' }).click();
  await admin.waitForURL((url) => /\/posts\/\d+$/.test(url.pathname) && !url.pathname.endsWith(`/${postId}`));
  await expect(desk.body).toHaveText('Its post is gone');
});

test('the text of a crashed tab is offered, and can be restored after it was set aside', async ({
  alone,
  site,
}) => {
  const desk = new Desk(alone);
  const postId = await desk.begin(site);
  await desk.saved();
  await alone.route('**/draft', (route) => route.abort());
  await desk.body.click();
  await alone.keyboard.type('Before the crash');
  await expect(desk.indicator).toHaveText('Offline · Saved on this device');
  await desk.crash();

  const later = new Desk(await alone.context().newPage());
  await later.open(postId);
  await later.page.getByRole('button', { name: 'Set aside' }).click();
  await expect(later.body).toHaveText('');
  const aside = await later.section('Set-aside versions');
  await aside.getByRole('button', { name: 'Restore' }).click();
  await expect(later.body).toHaveText('Before the crash');
  await later.saved();
});

test('a browser whose own store is unavailable is not said to have saved anything', async ({
  admin,
  site,
}) => {
  await admin.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('No store here.', 'SecurityError');
    };
  });
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.saved();
  await admin.route('**/draft', (route) => route.abort());
  await desk.body.click();
  await admin.keyboard.type('Nowhere but here');
  await expect(desk.indicator).toHaveText('Offline · Not saved yet. Keep this page open');
  await admin.unroute('**/draft');
  await desk.saved();
});

test('offline the text is saved on this device, and sent when the network is back', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  await desk.saved();
  await admin.route('**/draft', (route) => route.abort());
  await desk.body.click();
  await admin.keyboard.type('Written on the night bus');
  await expect(desk.indicator).toContainText('Offline');
  await admin.unroute('**/draft');
  await expect(desk.indicator).toHaveText('Saved');
  await desk.open(postId);
  await expect(desk.body).toHaveText('Written on the night bus');
});

test('a text that never reached the server is offered when the post is opened again', async ({
  alone,
  site,
}) => {
  const desk = new Desk(alone);
  const postId = await desk.begin(site);
  await desk.saved();
  await alone.context().setOffline(true);
  await desk.body.click();
  await alone.keyboard.type('Only in this browser');
  await expect(desk.indicator).toContainText('Saved on this device');
  expect(await findings(alone, 'main'), 'offline').toEqual([]);
  // Closing a tab sends what it has, and the network may be back by then.
  await desk.crash();
  await alone.context().setOffline(false);

  const again = await alone.context().newPage();
  const later = new Desk(again);
  await later.open(postId);
  await expect(again.getByRole('region', { name: 'Unsaved changes in this browser' })).toBeVisible();
  expect(await findings(again, 'main'), 'a text that was kept').toEqual([]);
  await again.getByRole('button', { name: 'Use this version' }).click();
  await expect(later.body).toHaveText('Only in this browser');
  await later.saved();
});

test('a server that is killed in the middle loses nothing that was called saved', async ({
  browser,
  ownerState,
}) => {
  const publication = await Publication.start('owner');
  const context = await browser.newContext({ baseURL: publication.url, storageState: ownerState });
  try {
    const page = await context.newPage();
    const desk = new Desk(page);
    const postId = await desk.beginByHand();
    await desk.body.click();
    await page.keyboard.type('Called saved.');
    await expect(desk.indicator).toHaveText('Saved');
    await publication.kill();
    await page.keyboard.type(' Typed while it was down.');
    await expect(desk.indicator).toContainText('Saved on this device');
    await publication.resume();
    await expect(desk.indicator).toHaveText('Saved');
    await desk.open(postId);
    await expect(desk.body).toHaveText('Called saved. Typed while it was down.');
  } finally {
    await context.close();
    await publication.dispose();
  }
});
