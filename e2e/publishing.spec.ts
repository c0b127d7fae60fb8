import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { schedulePost } from '@/lib/posts/commands/schedule-post';
import { zonedLocal } from '@/lib/settings/zoned-time';
import { buildPost } from '@/tools/testing/factories';
import { Desk } from './desk';
import { expect, test } from './fixtures';
import { Publication } from './publication';

test('a published post answers 200 where there was a 404, and is in every feed', async ({
  admin,
  page,
  request,
}) => {
  const desk = new Desk(admin);
  await desk.beginByHand();
  await desk.headline.fill('A case for small bridges');
  await desk.body.click();
  await admin.keyboard.type('They carry more than they cost.');
  expect((await page.goto('/a-case-for-small-bridges'))?.status()).toBe(404);
  expect(await desk.publish()).toBe('/a-case-for-small-bridges');

  expect((await page.goto('/a-case-for-small-bridges'))?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A case for small bridges');
  await expect(page.getByText('By Dara Lim', { exact: true })).toBeVisible();
  for (const path of [
    '/',
    '/en',
    '/archive',
    '/sitemap/posts-1.xml',
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
  ]) {
    const text = await (await request.get(path)).text();
    expect(text, path).toContain(
      path === '/sitemap/posts-1.xml'
        ? 'a-case-for-small-bridges'
        : path === '/archive'
          ? '20'
          : 'A case for small bridges',
    );
    if (path.includes('feed') || path.includes('atom'))
      expect(text).toContain('They carry more than they cost.');
  }
});

test('the preview is the future page, for its author alone', async ({ admin, page, request, site }) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  await desk.headline.fill('Not yet for readers');
  await desk.body.click();
  await admin.keyboard.type('Only the author sees this line.');
  const [preview] = await Promise.all([
    admin.waitForEvent('popup'),
    admin.getByRole('link', { name: 'Preview' }).click(),
  ]);
  const phone = preview.frameLocator('iframe');
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Not yet for readers');
  await preview.goto(`/admin/posts/${postId}/preview`);
  const seen = await preview.locator('article').innerHTML();
  await preview.close();
  expect(await (await request.get(`/admin/posts/${postId}/preview`)).text()).not.toContain('Only the author');

  await page.goto(await desk.publish());
  const dateless = (html: string) => html.replace(/<time.*?<\/time>/g, '');
  expect(dateless(await page.locator('article').innerHTML())).toBe(dateless(seen));
});

test('an edit reaches readers when it is published, not before', async ({ admin, page, site }) => {
  const { id, slug } = site.buildPost({ headline: 'Before the edit', text: 'The first text.' });
  const desk = new Desk(admin);
  await desk.open(id);
  await desk.body.click();
  await admin.keyboard.press('Control+End');
  await admin.keyboard.type(' And a second thought.');
  await desk.saved();
  await page.goto(`/${slug}`);
  await expect(page.getByTestId('document-body')).toHaveText('The first text.');
  await desk.publish();
  await page.goto(`/${slug}`);
  await expect(page.getByTestId('document-body')).toHaveText('The first text. And a second thought.');
});

test('a withdrawn post is gone from pages and feeds, and can be published again', async ({
  admin,
  page,
  request,
  site,
}) => {
  const { id, slug } = site.buildPost({ headline: 'Taken back' });
  const desk = new Desk(admin);
  await desk.open(id);
  await admin.getByRole('button', { name: 'Withdraw' }).click();
  await admin.getByRole('button', { name: 'Yes, withdraw' }).click();
  await expect(desk.indicator).toHaveText('Withdrawn');
  expect((await page.goto(`/${slug}`))?.status()).toBe(410);
  expect(await (await request.get('/feed.xml')).text()).not.toContain('Taken back');
  await desk.publish();
  expect((await page.goto(`/${slug}`))?.status()).toBe(200);
});

test('the old address of a changed slug redirects permanently', async ({ admin, page, request, site }) => {
  const { id } = site.buildPost({ headline: 'Where it was' });
  const desk = new Desk(admin);
  await desk.open(id);
  const address = await desk.section('Address and language');
  for (const slug of ['where-it-went', 'where-it-stays']) {
    await address.getByLabel('Address (slug)').fill(slug);
    await address.getByRole('button', { name: 'Change' }).click();
    await expect(desk.indicator).toHaveText('Address changed');
  }
  for (const old of ['/where-it-was', '/where-it-went']) {
    const answer = await request.get(old, { maxRedirects: 0 });
    expect(answer.status()).toBe(301);
    expect(answer.headers().location).toMatch(/\/where-it-stays$/);
  }
  expect((await page.goto('/where-it-stays'))?.status()).toBe(200);

  await address.getByLabel('Address (slug)').fill('admin');
  await address.getByRole('button', { name: 'Change' }).click();
  await expect(desk.indicator).toHaveAttribute('data-trouble');
});

test('a scheduled post is published automatically at its time', async ({ admin, request, site }) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  await desk.headline.fill('Out at the hour');
  await desk.body.click();
  await admin.keyboard.type('On time.');
  await desk.saved();
  const zone = String(site.db.$client.prepare('select time_zone from site').pluck().get());
  await desk.schedule(zonedLocal(Date.now() + 60 * 60 * 1000, zone));
  expect((await request.get('/out-at-the-hour')).status()).toBe(404);

  const at = Date.now() + 1500;
  site.db.$client.prepare('update posts set scheduled_at = ? where id = ?').run(at, postId);
  let seenAt = 0;
  await expect(async () => {
    expect((await request.get('/out-at-the-hour')).status()).toBe(200);
    seenAt = Date.now();
  }).toPass({ intervals: [50] });
  expect(seenAt).toBeGreaterThanOrEqual(at);
  expect(await (await request.get('/feed.xml')).text()).toContain('Out at the hour');
});

test('a post that came due while the server was down is published at the next start', async ({ request }) => {
  const publication = await Publication.prepare('samples');
  const hoursAgo = (hours: number) => Date.now() - hours * 60 * 60 * 1000;
  publication.withDatabase((db) => {
    const { postId, version } = buildPost(db, { headline: 'Due in the night', status: 'draft' });
    const scheduled = { postId, draftVersion: version, at: hoursAgo(1) };
    requireValue(schedulePost(db, scheduled, { actor: OPERATOR, now: hoursAgo(2) }));
  });
  try {
    await publication.resume();
    expect((await request.get(`${publication.url}/due-in-the-night`)).status()).toBe(200);
  } finally {
    await publication.dispose();
  }
});

test('a republished piece shows its source, and its canonical address is the source’s', async ({
  admin,
  page,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('Four nights of dark water');
  await desk.body.click();
  await admin.keyboard.type('The crews agreed.');
  const byline = await desk.section('Byline');
  for (const name of ['Orla Venn', 'Piseth Maro']) {
    await byline.getByLabel('Or a new guest author').fill(name);
    await byline.getByRole('button', { name: 'Add' }).click();
    await expect(byline.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  }
  await byline.getByRole('button', { name: 'Remove Dara Lim' }).click();
  const source = await desk.section('Republished from');
  await source.getByLabel('This post was first published elsewhere').check();
  await source.getByLabel('Publication', { exact: true }).fill('The Delta Courier');
  await source.getByLabel('Web address').fill('https://courier.example.org/dark-water');
  await source.getByLabel('Original authors').fill('Orla Venn and Piseth Maro');
  await source.getByLabel('Date of first publication').fill('2022-11-02');
  await source.getByLabel('Rights').fill('With permission');
  await page.goto(await desk.publish());

  await expect(page.getByText('By Orla Venn and Piseth Maro', { exact: true })).toBeVisible();
  const note = page.getByRole('region', { name: 'Republished' });
  await expect(note).toContainText('The Delta Courier');
  await expect(note).toContainText('Orla Venn, Piseth Maro');
  await expect(note).toContainText('2 November 2022');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    'https://courier.example.org/dark-water',
  );
});

test('topics and a correction are public, and a draft’s changes to them are not', async ({
  admin,
  page,
  site,
}) => {
  site.buildTopic('Harbours');
  const { id, slug } = site.buildPost({ headline: 'What the harbour owes' });
  const desk = new Desk(admin);
  await desk.open(id);
  await (await desk.section('Topics')).getByLabel('Harbours').check();
  await desk.saved();
  await page.goto('/topics/harbours');
  const listed = page.getByRole('article').getByRole('link', { name: 'What the harbour owes' });
  await expect(listed).toHaveCount(0);
  await desk.publish();
  await page.goto('/topics/harbours');
  await listed.click();
  await expect(page).toHaveURL(new RegExp(`/${slug}$`));

  await admin.getByLabel('Correction note').fill('The toll was four, not forty.');
  await admin.getByRole('button', { name: 'Add correction' }).click();
  await expect(desk.indicator).toContainText('Correction published');
  await page.reload();
  await expect(page.getByText('The toll was four, not forty.')).toBeVisible();
});

test('two translations link to each other, each in its own language', async ({ admin, page, site }) => {
  const english = site.buildPost({ headline: 'The library at night' });
  const desk = new Desk(admin);
  await desk.begin(site);
  const address = await desk.section('Address and language');
  await address.getByLabel('Language').selectOption('km');
  await expect(desk.indicator).toContainText('ខ្មែរ');
  await desk.headline.fill('បណ្ណាល័យពេលយប់');
  await desk.body.click();
  await admin.keyboard.insertText('យើងអាននៅពេលយប់។');
  await address.getByLabel('Translation of').selectOption({ value: String(english.id) });
  await expect(desk.indicator).toHaveText('Linked as translation');
  const path = await desk.publish();

  await page.goto(`/${english.slug}`);
  await page.locator('article a[hreflang=km]').click();
  expect(decodeURI(new URL(page.url()).pathname)).toBe(decodeURI(path));
  await expect(page.locator('article')).toHaveAttribute('lang', 'km');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('បណ្ណាល័យពេលយប់');
  await page.locator('article a[hreflang=en]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The library at night');
});
