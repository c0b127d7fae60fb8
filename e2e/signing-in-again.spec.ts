import { findings } from './axe';
import { Desk } from './desk';
import { expect, OWNER, test } from './fixtures';

// A session that ended answers 401.
test.use({ refusedWith: [401] });

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
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('is incorrect');
  await dialog.getByLabel('Passphrase').fill(OWNER.passphrase);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
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
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
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
