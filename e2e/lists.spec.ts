import { media, mediaUses } from '@/db/schema';
import { mediaRow } from '@/tools/testing/command-table';
import { buildAuthor } from '@/tools/testing/factories';
import { expect, test } from './fixtures';

const FEBRUARY = Date.UTC(2021, 1, 10);
const DAY_MS = 24 * 60 * 60 * 1000;

test('a year shows its headlines under their months, next to the other years', async ({ page, site }) => {
  site.buildPost({ headline: 'An early thaw', now: FEBRUARY });
  site.buildPost({ headline: 'A late harvest', now: FEBRUARY + 240 * DAY_MS });
  site.buildPost({ headline: 'The year before', now: FEBRUARY - 200 * DAY_MS });
  await page.goto('/archive/2021');
  const months = page.getByRole('main').getByRole('region');
  await expect(months.getByRole('heading', { level: 2 })).toHaveText([/^October/, /^February/]);
  await expect(months.last().getByRole('link', { name: 'An early thaw' })).toBeVisible();
  const archive = page.getByRole('navigation', { name: 'Archive' });
  await archive.getByRole('link', { name: /^2020/ }).click();
  await expect(page.getByRole('link', { name: 'The year before' })).toBeVisible();
});

test('the months are a menu next to lists and posts, and below them on a phone', async ({ page, site }) => {
  const { slug } = site.buildPost({ headline: 'A second thaw', now: FEBRUARY });
  for (const path of [`/${slug}`, '/archive/2021/02']) {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const archive = page.getByRole('navigation', { name: 'Archive' });
      await expect(archive.getByRole('link', { name: /^February \d+$/ }), path).toBeVisible();
    }
  }
});

test('a month with one digit leads to its page', async ({ page }) => {
  await page.goto('/archive/2021/2');
  await expect(page).toHaveURL(/\/archive\/2021\/02$/);
});

test('pages without posts suggest the newest posts and the topics', async ({ page, site }) => {
  const { topicId } = site.buildTopic('Glaciers');
  site.buildPost({ headline: 'What ice remembers', topicIds: [topicId], now: Date.now() + DAY_MS });
  for (const path of ['/nothing-is-here', '/search', '/search?q=zzzzqqqq']) {
    await page.goto(path);
    const latest = page.getByRole('navigation', { name: 'Latest posts' });
    await expect(latest.getByRole('link', { name: 'What ice remembers' }), path).toBeVisible();
    const topics = page.getByRole('navigation', { name: 'Topics' });
    await expect(topics.getByRole('link', { name: 'Glaciers' }), path).toBeVisible();
  }
});

test('a list suggests only posts that it does not show', async ({ page, site }) => {
  const { topicId } = site.buildTopic('Moraines');
  site.buildPost({ headline: 'On a moraine', topicIds: [topicId], now: Date.now() + DAY_MS });
  site.buildPost({ headline: 'Elsewhere', now: Date.now() + DAY_MS });
  await page.goto('/topics/moraines');
  const latest = page.getByRole('navigation', { name: 'Latest posts' });
  await expect(latest.getByRole('link', { name: 'Elsewhere' })).toBeVisible();
  await expect(latest.getByRole('link', { name: 'On a moraine' })).toHaveCount(0);
});

test('the pages of a search lead to more results', async ({ page, site }) => {
  for (let n = 0; n < 11; n += 1) site.buildPost({ text: `The serac leans, ${n}.` });
  await page.goto('/search?q=serac');
  await page.getByRole('link', { name: 'More results' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Previous results' })).toBeVisible();
});

test('a post leads to more by its author', async ({ page, site }) => {
  const { authorId } = buildAuthor(site.db, 'Ilse Wend');
  const byline = [{ authorId, name: 'Ilse Wend' }];
  const topicIds = [site.buildTopic('Snowlines').topicId];
  for (let n = 0; n < 3; n += 1) site.buildPost({ headline: `Snowline ${n}`, topicIds, byline });
  site.buildPost({ headline: 'Hers alone', byline });
  const { slug } = site.buildPost({ headline: 'Here', topicIds, byline });
  await page.goto(`/${slug}`);
  const more = page.getByRole('navigation', { name: 'More by Ilse Wend' });
  await expect(more.getByRole('heading', { level: 3 })).toHaveText(['Hers alone']);
  await more.getByRole('link', { name: 'More by Ilse Wend' }).click();
  await expect(page).toHaveURL(/\/authors\/ilse-wend$/);
});

test('posts with video or audio have a page, to which lists lead', async ({ page, site }) => {
  const { id: postId } = site.buildPost({ headline: 'The river, filmed' });
  site.db
    .insert(media)
    .values({ ...mediaRow('film'), kind: 'video' })
    .run();
  site.db.insert(mediaUses).values({ mediaId: 'film', postId, isLive: true }).run();
  site.buildPost({ headline: 'Not filmed' });
  await page.goto('/nothing-is-here');
  await page.getByRole('main').getByRole('link', { name: 'Video and audio' }).click();
  await expect(page).toHaveURL(/\/recordings$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Video and audio');
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(['The river, filmed']);
});

test('the front page has whole posts if the owner chooses them', async ({ admin, page, site }) => {
  // Longer than an excerpt, which lists show.
  const text = `${'The first paragraph goes on. '.repeat(30)}\nThe last line of it.`;
  site.buildPost({
    headline: 'A whole piece',
    text,
    now: Date.now() + DAY_MS,
  });
  const choose = async (isWhole: boolean) => {
    await admin.goto('/admin/settings');
    await admin.getByLabel(/in full on the front page/).setChecked(isWhole);
    await admin.getByRole('button', { name: 'Save' }).click();
    await expect(admin.getByText('Readers see the change now.')).toBeVisible();
    await page.goto('/');
  };
  await choose(true);
  await expect(page.getByText('The last line of it.')).toBeVisible();
  await choose(false);
  await expect(page.getByRole('link', { name: 'A whole piece' })).toBeVisible();
  await expect(page.getByText('The last line of it.')).toHaveCount(0);
});
