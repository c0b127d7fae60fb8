import type { Locator, Page } from '@playwright/test';
import { requireValue } from '@/lib/errors';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { schedulePost } from '@/lib/posts/commands/schedule-post';
import { emptyWriting } from '@/lib/posts/fields';
import { zonedInstant, zonedLocal } from '@/lib/settings/zoned-time';
import { contextAt } from '@/tools/testing/actors';
import { bodyOf } from '@/tools/testing/factories';
import { Desk } from './desk';
import { expect, type Site, test } from './fixtures';

const ZONE = 'Europe/London';
/** A month that is always to come, with no change of clocks. */
const MONTH = '2090-01';

test.beforeEach(({ site }) => void site.db.$client.prepare('update site set time_zone = ?').run(ZONE));

const instant = (local: string, zone = ZONE) => zonedInstant(local, zone) ?? 0;

/** Schedules a post for a local time, and changes its text afterwards. @returns its id. */
function schedule({ db, newPost }: Site, headline: string, local: string, zone = ZONE): number {
  const postId = newPost();
  const by = contextAt(Date.now(), 1);
  const write = (version: number, text: string) =>
    requireValue(
      saveDraft(db, { postId, version, writing: { ...emptyWriting(), headline, body: bodyOf(text) } }, by),
    ).version;
  const draftVersion = write(1, 'Of the evening.');
  requireValue(schedulePost(db, { postId, draftVersion, at: instant(local, zone) }, by));
  write(draftVersion, 'Of the night.');
  return postId;
}

/** Returns what is scheduled: the time, and the words of the text that will go out. */
function scheduled({ db }: Site, postId: number) {
  return db.$client
    .prepare(
      `select p.scheduled_at as at, json_extract(r.body, '$.content[0].content[0].text') as text from posts p
       join revisions r on r.id = p.scheduled_revision_id where p.id = ?`,
    )
    .get(postId) as { at: number; text: string };
}

const dayOf = (page: Page, day: string): Locator => page.locator(`[data-day="${day}"]`);
const told = (page: Page): Locator => page.getByRole('status').filter({ hasText: /\S/ });

test('a post that is dragged to another day keeps its time of day and its text, and can go back', async ({
  admin,
  site,
}) => {
  const postId = schedule(site, 'The long way', `${MONTH}-10T08:30`);
  await admin.goto(`/admin/calendar?month=${MONTH}`);
  const link = admin.getByRole('link', { name: /The long way/ });
  await link.dragTo(dayOf(admin, `${MONTH}-19`));
  await expect(dayOf(admin, `${MONTH}-19`).getByRole('link', { name: /The long way/ })).toBeVisible();
  await expect(told(admin)).toHaveText('Moved to 19 Jan 2090, 08:30.');
  expect(scheduled(site, postId)).toEqual({ at: instant(`${MONTH}-19T08:30`), text: 'Of the evening.' });

  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(dayOf(admin, `${MONTH}-10`).getByRole('link', { name: /The long way/ })).toBeVisible();
  await expect(told(admin)).toHaveText('Undone.');
  expect(scheduled(site, postId).at).toBe(instant(`${MONTH}-10T08:30`));
});

test('the menu of a post moves it with the keyboard alone, and the focus follows it', async ({
  admin,
  site,
}) => {
  const postId = schedule(site, 'By keys', `${MONTH}-31T08:30`);
  await admin.goto(`/admin/calendar?month=${MONTH}`);
  const menu = admin.getByRole('button', { name: 'Move “By keys”' });
  await menu.focus();
  await admin.keyboard.press('ArrowDown');
  await expect(admin.getByRole('menuitem', { name: 'Move to…' })).toBeFocused();
  await admin.keyboard.press('ArrowDown');
  await admin.keyboard.press('Enter');
  const link = dayOf(admin, `${MONTH}-30`).getByRole('link', { name: /By keys/ });
  await expect(link).toBeFocused();

  await menu.click();
  await admin.getByRole('menuitem', { name: 'Move to…' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Move “By keys”' });
  await expect(dialog).toContainText('Scheduled for 30 Jan 2090, 08:30');
  await dialog.getByLabel(/^Date and time/).fill('2090-02-03T17:45');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(told(admin)).toHaveText('Moved to 3 Feb 2090, 17:45.');
  await expect(admin.getByRole('link', { name: /By keys/ })).toHaveCount(0);
  await expect(admin.getByRole('button', { name: 'Undo' })).toBeFocused();
  expect(scheduled(site, postId)).toEqual({ at: instant('2090-02-03T17:45'), text: 'Of the evening.' });
});

test('a move into the past is refused in a sentence, by another day and by another time', async ({
  admin,
  site,
}) => {
  site.db.$client.prepare('update site set time_zone = ?').run('UTC');
  const soon = zonedLocal(Date.now() + 60 * 60 * 1000, 'UTC');
  const postId = schedule(site, 'Not back', soon, 'UTC');
  await admin.goto(`/admin/calendar?month=${soon.slice(0, 7)}`);
  const before = scheduled(site, postId).at;
  const chooseFromMenu = async (item: string) => {
    await admin.getByRole('button', { name: 'Move “Not back”' }).click();
    await admin.getByRole('menuitem', { name: item }).click();
  };
  await chooseFromMenu('One day earlier');
  await expect(told(admin)).toHaveText(/^This time has passed\./);
  await chooseFromMenu('Move to…');
  const dialog = admin.getByRole('dialog', { name: 'Move “Not back”' });
  await dialog.getByLabel(/^Date and time/).fill('2024-02-10T00:00');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/^This time has passed\./);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(admin.getByRole('button', { name: 'Move “Not back”' })).toBeFocused();
  expect(scheduled(site, postId).at).toBe(before);
});

test('a published post is neither dragged nor has it a menu', async ({ admin, site }) => {
  site.buildPost({ headline: 'Out already', now: instant('2024-02-10T08:30') });
  await admin.goto('/admin/calendar?month=2024-02');
  const link = admin.getByRole('link', { name: /Out already/ });
  await expect(link).toHaveAttribute('draggable', 'false');
  await expect(admin.getByRole('button', { name: 'Move “Out already”' })).toHaveCount(0);
});

test('times that clocks skip or show twice on the new day are asked for, with a warning', async ({
  admin,
  site,
}) => {
  const skipped = schedule(site, 'Skipped', '2090-03-24T01:30');
  const doubled = schedule(site, 'Twice', '2090-10-27T01:30');
  await admin.goto('/admin/calendar?month=2090-03');
  await admin.getByRole('link', { name: /Skipped/ }).dragTo(dayOf(admin, '2090-03-26'));
  const dialog = admin.getByRole('dialog');
  await expect(dialog).toContainText('Clocks in Europe/London skip this time.');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(told(admin)).toHaveText('Moved to 26 Mar 2090, 02:30.');
  expect(scheduled(site, skipped).at).toBe(Date.UTC(2090, 2, 26, 1, 30));

  await admin.goto('/admin/calendar?month=2090-10');
  await admin.getByRole('link', { name: /Twice/ }).dragTo(dayOf(admin, '2090-10-29'));
  await dialog.getByLabel('Which of the two').selectOption({ label: 'The second (UTC+00:00)' });
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(told(admin)).toHaveText('Moved to 29 Oct 2090, 01:30.');
  expect(scheduled(site, doubled).at).toBe(Date.UTC(2090, 9, 29, 1, 30));
});

test('a move or an update on an old page is refused in plain words, and shows the present time', async ({
  admin,
  device,
  site,
}) => {
  const postId = schedule(site, 'Moved twice', `${MONTH}-10T08:30`);
  await admin.goto(`/admin/calendar?month=${MONTH}`);
  const editor = new Desk(device);
  await editor.open(postId);
  const dialog = await editor.beforePublishing();
  await admin.getByRole('link', { name: /Moved twice/ }).dragTo(dayOf(admin, `${MONTH}-12`));
  await expect(told(admin)).toHaveText('Moved to 12 Jan 2090, 08:30.');

  const sentence = /^The scheduled time of this post was changed elsewhere\./;
  await dialog.getByRole('button', { name: 'Update schedule' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(sentence);
  await expect(dialog.getByLabel(/^Date and time/)).toHaveValue(`${MONTH}-12T08:30`);
  expect(scheduled(site, postId)).toEqual({ at: instant(`${MONTH}-12T08:30`), text: 'Of the evening.' });
  await dialog.getByLabel(/^Date and time/).fill(`${MONTH}-14T09:00`);
  await dialog.getByRole('button', { name: 'Update schedule' }).click();
  await expect(editor.indicator).toHaveText('Schedule updated');

  await admin.getByRole('link', { name: /Moved twice/ }).dragTo(dayOf(admin, `${MONTH}-20`));
  await expect(told(admin)).toHaveText(sentence);
  await expect(dayOf(admin, `${MONTH}-14`).getByRole('link', { name: /Moved twice/ })).toBeVisible();
  expect(scheduled(site, postId)).toEqual({ at: instant(`${MONTH}-14T09:00`), text: 'Of the night.' });
});

test('an open editor learns the new time at once, and an open calendar what the editor does', async ({
  admin,
  site,
}) => {
  const postId = schedule(site, 'Watched', `${MONTH}-10T08:30`);
  const desk = new Desk(admin);
  await desk.open(postId);
  const calendar = await admin.context().newPage();
  await calendar.goto(`/admin/calendar?month=${MONTH}`);
  await calendar.getByRole('link', { name: /Watched/ }).dragTo(dayOf(calendar, `${MONTH}-12`));
  await expect(admin.getByText(/Publishes automatically on 12 Jan 2090, 08:30/)).toBeAttached();

  const dialog = await desk.beforePublishing();
  await dialog.getByLabel(/^Date and time/).fill(`${MONTH}-21T10:00`);
  await dialog.getByRole('button', { name: 'Update schedule' }).click();
  await expect(dayOf(calendar, `${MONTH}-21`).getByRole('link', { name: /Watched/ })).toBeVisible();
});
