import type { Page } from '@playwright/test';
import { zonedLocal } from '@/lib/settings/zoned-time';
import { Desk } from './desk';
import { expect, type Site, test } from './fixtures';

const HOUR_MS = 60 * 60 * 1000;

/** Writes a post and schedules it for an hour from now. @returns its id. */
async function schedule(desk: Desk, site: Site, headline: string): Promise<number> {
  const postId = await desk.begin(site);
  await desk.headline.fill(headline);
  await desk.body.click();
  await desk.dictate('The text of the evening.');
  await desk.saved();
  await desk.schedule(zonedLocal(Date.now() + HOUR_MS, zoneOf(site)));
  return postId;
}

const zoneOf = (site: Site) => String(site.db.$client.prepare('select time_zone from site').pluck().get());

/** Makes a scheduled post due now; its job waits until `publishDue`. */
function makeDue({ db }: Site, postId: number): void {
  db.$client
    .transaction(() => {
      db.$client.prepare('update posts set scheduled_at = ? where id = ?').run(Date.now(), postId);
      // Within the pause after a failure: the clock plans later ones again.
      runJobAt(db, postId, Date.now() + HOUR_MS / 2);
    })
    .immediate();
}

const publishDue = ({ db }: Site, postId: number) => runJobAt(db, postId, 0);

function runJobAt(db: Site['db'], postId: number, at: number): void {
  const job = "kind = 'publishPost' and payload = json_object('postId', cast(? as integer))";
  db.$client.prepare(`update jobs set run_at = ? where ${job}`).run(at, postId);
}

async function writeOn(desk: Desk, words: string): Promise<void> {
  await desk.body.click();
  await desk.page.keyboard.press('Control+End');
  await desk.dictate(words);
  await desk.saved();
}

const wentLive = (page: Page) => page.getByRole('region', { name: 'Published', exact: true });

test('an edit after scheduling is named at once, and goes out when the schedule is updated', async ({
  admin,
  request,
  site,
}) => {
  const desk = new Desk(admin);
  const postId = await schedule(desk, site, 'Edited in the night');
  await expect(admin.getByText('You changed the text after scheduling it.')).toHaveCount(0);
  await writeOn(desk, ' And of the night.');
  await expect(desk.indicator).toHaveText('Saved · Not in the scheduled version');
  await expect(admin.getByText('You changed the text after scheduling it.')).toBeVisible();

  const dialog = await desk.beforePublishing();
  await expect(dialog.getByRole('radio', { name: 'At the scheduled time' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Update schedule' }).click();
  await expect(desk.indicator).toHaveText('Schedule updated');
  await expect(admin.getByText('You changed the text after scheduling it.')).toHaveCount(0);

  await writeOn(desk, ' And of the morning.');
  await admin.getByRole('button', { name: 'Include these changes' }).click();
  await expect(desk.indicator).toHaveText('Schedule updated');

  makeDue(site, postId);
  publishDue(site, postId);
  await expect(async () => {
    const answer = await request.get('/edited-in-the-night');
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toContain('The text of the evening. And of the night. And of the morning.');
  }).toPass({ intervals: [100] });
});

test('editors that are open learn at once that the clock published the post, and what it left out', async ({
  admin,
  device,
  site,
}) => {
  const desk = new Desk(admin);
  const postId = await schedule(desk, site, 'Live while open');
  await writeOn(desk, ' Too late for the hour.');
  makeDue(site, postId);
  await desk.open(postId);
  const other = new Desk(device);
  await other.open(postId);
  const tab = await admin.context().newPage();
  await tab.goto(`/admin/posts/${postId}`);
  await expect(tab.getByRole('heading', { name: 'Open in another tab' })).toBeVisible();

  await expect(admin.getByRole('button', { name: 'Update schedule' })).toBeVisible();
  // From here on nobody touches any of them.
  publishDue(site, postId);
  for (const { page } of [desk, other]) {
    await expect(wentLive(page)).toContainText('Published automatically');
    await expect(wentLive(page)).toContainText('Your latest changes are not published yet.');
    await expect(page.getByRole('button', { name: 'Publish changes' })).toBeVisible();
    await expect(page.getByText('Publishes automatically on')).toHaveCount(0);
    await expect(wentLive(page).getByRole('link', { name: 'View post' })).toHaveAttribute(
      'href',
      '/live-while-open',
    );
  }
  await tab.getByRole('button', { name: 'Edit here instead' }).click();
  await new Desk(tab).ready();
  await expect(tab.getByRole('button', { name: 'Publish changes' })).toBeVisible();

  await wentLive(other.page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(wentLive(other.page)).toHaveCount(0);
});

test('a save tells what somebody else did to the post', async ({ admin, device, site }) => {
  const desk = new Desk(admin);
  const { id } = site.buildPost({ headline: 'Published elsewhere', text: 'One.', status: 'draft' });
  await desk.open(id);
  const other = new Desk(device);
  await other.open(id);
  await other.publish();
  await expect(admin.getByRole('button', { name: 'Publish', exact: true })).toBeVisible();
  await writeOn(desk, ' Two.');
  await expect(admin.getByRole('button', { name: 'Publish changes' })).toBeVisible();
  await expect(wentLive(admin)).toHaveCount(0);
});

test('times that clocks skip or show twice are warned of before scheduling', async ({ admin, site }) => {
  site.db.$client.prepare('update site set time_zone = ?').run('Europe/London');
  const desk = new Desk(admin);
  const { id } = site.buildPost({ headline: 'When clocks change', text: 'Then.', status: 'draft' });
  await desk.open(id);
  const dialog = await desk.beforePublishing();
  await dialog.getByRole('radio', { name: 'Later' }).check();
  const time = dialog.getByLabel(/^Date and time/);
  await time.fill('2027-03-28T01:30');
  await expect(dialog.getByText('Clocks in Europe/London skip this time.')).toBeVisible();
  await time.fill('2027-10-31T01:30');
  await expect(dialog.getByText('skip this time')).toHaveCount(0);
  await dialog.getByLabel('Which of the two').selectOption('The second (UTC+00:00)');
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(desk.indicator).toHaveText('Scheduled');
  const scheduledAt = site.db.$client.prepare('select scheduled_at from posts where id = ?').pluck().get(id);
  expect(scheduledAt).toBe(Date.UTC(2027, 9, 31, 1, 30));
});
