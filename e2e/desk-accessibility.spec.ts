import { findings } from './axe';
import { Desk, unfold } from './desk';
import { expect, test } from './fixtures';

const EARLIER = 'The river gives fish and water, and asks for nothing but room. '.repeat(6);

/** Creates a post that was published and then changed in its headline and text. */
async function changedPost(desk: Desk): Promise<number> {
  const postId = await desk.begin();
  await desk.headline.fill('What the river gives');
  await desk.body.click();
  await desk.dictate(EARLIER);
  await desk.publish();
  await desk.headline.fill('What the river takes');
  // Saved separately: a text that the publication already keeps is not kept a second time.
  await desk.saved();
  await desk.body.click();
  await desk.page.keyboard.press('ControlOrMeta+A');
  await desk.page.keyboard.type('The river takes.');
  await desk.saved();
  return postId;
}

test.describe('axe finds nothing', () => {
  test('in the settings of a post, before it is published, and in its preview', async ({ admin }) => {
    const desk = new Desk(admin);
    const postId = await changedPost(desk);
    await unfold(admin);
    expect(await findings(admin, '.editor'), 'the settings').toEqual([]);
    await desk.beforePublishing();
    expect(await findings(admin), 'before publishing').toEqual([]);
    // In a separate page, since the frame with the draft refuses the script of axe and logs that to the console.
    const proof = await admin.context().newPage();
    await proof.goto(`/admin/posts/${postId}/proof`);
    const views = proof.getByRole('group', { name: 'View' }).getByRole('button');
    await expect(views).toHaveCount(4);
    for (const view of await views.all()) {
      await view.click();
      expect(await findings(proof), 'the preview').toEqual([]);
    }
  });

  test('in the history, and in a comparison of two texts', async ({ admin }) => {
    const desk = new Desk(admin);
    await changedPost(desk);
    const section = await desk.section('History');
    await section.getByRole('button', { name: 'Open history' }).click();
    const history = admin.getByRole('dialog', { name: 'History' });
    await history.getByRole('button', { name: /Before a large change/ }).click();
    await expect(history.getByRole('status')).toHaveText(/change/);
    expect(await findings(admin), 'side by side').toEqual([]);
    await history.getByRole('button', { name: 'Single column' }).click();
    expect(await findings(admin), 'in one column').toEqual([]);
    await history.getByRole('button', { name: /^Live|Live: what readers see/ }).click();
    expect(await findings(admin), 'a published text').toEqual([]);
  });

  test('in a conflict between two texts, and while one is chosen', async ({
    admin,
    browser,
    ownerState,
    site,
  }) => {
    const desk = new Desk(admin);
    const postId = await desk.begin();
    const device = await browser.newContext({ baseURL: site.url, storageState: ownerState });
    const other = new Desk(await device.newPage());
    await other.open(postId);
    await desk.headline.fill('The headline of the first');
    await desk.saved();
    await other.body.click();
    await other.page.keyboard.type('The body of the second');
    const dialog = other.page.getByRole('dialog');
    await expect(dialog).toContainText('changed elsewhere');
    expect(await findings(other.page), 'the conflict').toEqual([]);
    await dialog.getByRole('button', { name: 'Compare' }).click();
    await expect(dialog.last()).toContainText('The headline of the first');
    expect(await findings(other.page), 'choosing').toEqual([]);
    await other.page
      .getByRole('button', { name: /The server’s version/ })
      .last()
      .click();
    expect(await findings(other.page), 'chosen').toEqual([]);
    await device.close();
  });

  test('in a second tab, offline, over a text that was saved on this device, and where one signs in again', async ({
    browser,
    site,
    ownerState,
  }) => {
    const context = await browser.newContext({
      baseURL: site.url,
      storageState: ownerState,
    });
    const desk = new Desk(await context.newPage());
    const postId = await desk.begin();
    const tab = await context.newPage();
    await tab.goto(`/admin/posts/${postId}`);
    await expect(tab.getByRole('heading', { name: 'Open in another tab' })).toBeVisible();
    expect(await findings(tab, '.editor'), 'a second tab').toEqual([]);
    await tab.close();
    await context.setOffline(true);
    await desk.body.click();
    await desk.page.keyboard.type('Written without a network.');
    await expect(desk.indicator).toContainText('Saved on this device');
    expect(await findings(desk.page, '.editor'), 'offline').toEqual([]);
    await desk.crash();
    await context.setOffline(false);
    const later = new Desk(await context.newPage());
    await later.page.goto(`/admin/posts/${postId}`);
    await expect(later.page.getByRole('region', { name: 'Unsaved changes in this browser' })).toBeVisible();
    expect(await findings(later.page, '.editor'), 'a text that was kept').toEqual([]);
    await later.page.getByRole('button', { name: 'Use this version' }).click();
    await later.saved();
    await context.clearCookies();
    await later.body.click();
    await later.page.keyboard.type(' More.');
    const door = later.page.getByRole('dialog', { name: 'Sign in again' });
    await expect(door).toBeVisible();
    expect(await findings(later.page), 'signing in again').toEqual([]);
    await context.close();
  });
});
