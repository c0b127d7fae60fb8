import type { Page } from '@playwright/test';
import { deskMoment } from '@/lib/language/desk-dates';
import { deskStringsFor } from '@/lib/language/strings';
import { listHistory } from '@/lib/posts/history/history';
import { readSite } from '@/lib/settings/site';
import { findings } from './axe';
import { Desk } from './desk';
import { expect, test } from './fixtures';

const history = (page: Page) => page.getByRole('dialog', { name: 'History' });

async function openHistory(desk: Desk) {
  const section = await desk.section('History');
  await section.getByRole('button', { name: 'Open history' }).click();
  await expect(history(desk.page)).toBeVisible();
}

test('an author compares a published text with the current one, restores it, and undoes that', async ({
  admin,
  page,
  site,
}) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  await desk.headline.fill('What the river gives');
  await desk.body.click();
  await admin.keyboard.type('The river gives fish and water.');
  const path = await desk.publish();
  await desk.body.click();
  await admin.keyboard.press('ControlOrMeta+A');
  await admin.keyboard.type('The river takes fish and water.');
  await desk.saved();

  await openHistory(desk);
  await history(admin).getByRole('button', { name: /Live/ }).click();
  await expect(history(admin).getByRole('status')).toHaveText('1 change');
  await expect(history(admin).locator('del')).toContainText('gives');
  await expect(history(admin).locator('ins')).toContainText('takes');
  expect(await findings(admin), 'side by side').toEqual([]);
  await history(admin).getByRole('button', { name: 'Single column' }).click();
  expect(await findings(admin), 'in one column').toEqual([]);
  await admin.keyboard.press('F7');
  await expect(history(admin).getByRole('group', { name: /Change 1 of 1: Text/ })).toBeFocused();

  await history(admin).getByRole('button', { name: 'Restore this version' }).click();
  await expect(desk.body).toHaveText('The river gives fish and water.');
  await desk.body.click();
  await admin.keyboard.press('ControlOrMeta+End');
  await admin.keyboard.type(' Every year.');
  await desk.saved();
  await expect(admin.getByRole('dialog')).toHaveCount(0);

  await openHistory(desk);
  await history(admin)
    .getByRole('button', { name: /Before a large change/ })
    .first()
    .click();
  await history(admin).getByRole('button', { name: 'Restore this version' }).click();
  await expect(desk.body).toHaveText('The river takes fish and water.');
  await desk.open(postId);
  await expect(desk.body).toHaveText('The river takes fish and water.');

  await page.goto(path);
  await expect(page.getByTestId('document-body')).toHaveText(/The river gives fish and water\./);
});

test('a named version stays in the history under its name', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('To be kept');
  await desk.body.click();
  await admin.keyboard.type('A first whole text.');
  await openHistory(desk);
  await history(admin).getByLabel('Name this version').fill('Sent to Sok');
  await history(admin).getByRole('button', { name: 'Save name', exact: true }).click();
  await expect(history(admin).getByRole('button', { name: /Sent to Sok/ })).toBeVisible();
});

test('an automatically kept version gets a name with the keyboard, and its time is in the publication’s time zone', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  await desk.headline.fill('To be named');
  await desk.body.click();
  await desk.dictate('A long first text that goes away again. '.repeat(10));
  await desk.saved();
  await admin.keyboard.press('ControlOrMeta+A');
  await admin.keyboard.type('Short.');
  await desk.saved();

  await openHistory(desk);
  const kept = history(admin).getByRole('button', { name: /Before a large change/ });
  const { timeZone } = readSite(site.db);
  expect(timeZone).not.toBe(await admin.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone));
  const [{ at = 0 } = {}] = listHistory(site.db, postId);
  await expect(kept).toContainText(deskMoment(at, deskStringsFor('en').common, timeZone));
  await kept.focus();
  await admin.keyboard.press('Enter');
  await admin.keyboard.press('F2');
  const name = history(admin).getByLabel('Name of this version');
  await expect(name).toBeFocused();
  await admin.keyboard.type('Before I cut it');
  await admin.keyboard.press('Enter');
  await expect(history(admin).getByRole('button', { name: /Before I cut it/ })).toBeVisible();
  await expect(history(admin).getByText('Version named')).toBeVisible();
  await expect(name).toBeFocused();
  expect(listHistory(site.db, postId)[0]).toMatchObject({ name: 'Before I cut it', reason: 'change' });
});
