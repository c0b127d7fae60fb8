import { findings } from './axe';
import { Desk } from './desk';
import { expect, test } from './fixtures';
import { Publication } from './publication';

// A session that ended answers 401, and a text that changed elsewhere 409.
test.use({ refusedWith: [401, 409] });

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
