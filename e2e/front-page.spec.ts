import { zonedLocal } from '@/lib/settings/zoned-time';
import { Desk } from './desk';
import { expect, test } from './fixtures';

test('a post is pinned to the top of the front page, picked, and returned to its place', async ({
  admin,
  page,
  site,
}) => {
  const old = site.buildPost({ headline: 'An old case', now: Date.UTC(2026, 0, 5) });
  for (const headline of ['One', 'Two', 'Three', 'Four', 'Five']) site.buildPost({ headline });
  const first = page.getByRole('main').getByRole('heading').first();
  await page.goto('/');
  await expect(first).toHaveText('Five');

  const desk = new Desk(admin);
  await desk.open(old.id);
  const front = await desk.section('Front page');
  const until = Date.now() + 24 * 60 * 60 * 1000;
  await front.getByLabel(/^Pinned until/).fill(zonedLocal(until, 'Asia/Phnom_Penh'));
  await front.getByRole('button', { name: 'Pin to top' }).click();
  await expect(front.getByText(/^Pinned at the top until/)).toBeVisible();
  await page.goto('/');
  await expect(first).toHaveText('An old case');

  await front.getByRole('button', { name: 'Add to editor’s picks' }).click();
  await expect(front.getByText('One of the editor’s picks.')).toBeVisible();
  await page.goto('/');
  await expect(first).toHaveText('Five');
  const picks = page.getByRole('region', { name: 'Editor’s picks' });
  await expect(picks.getByRole('heading', { level: 3 })).toHaveText(['An old case']);

  await front.getByRole('button', { name: 'Remove from editor’s picks' }).click();
  await expect(front.getByText('In its place by date.')).toBeVisible();
  await page.goto('/');
  await expect(picks).toHaveCount(0);
});

test('the top of every page has its sections, and on a wide screen a search', async ({ page, site }) => {
  const { topicId } = site.buildTopic('Breakwaters');
  const { slug } = site.buildPost({ headline: 'On piers', text: 'A breakwater.', topicIds: [topicId] });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  await expect(page.getByText(/^Latest post: /)).toBeVisible();
  await page.goto(`/${slug}`);
  await page.getByRole('banner').getByRole('searchbox').fill('breakwater');
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(['On piers']);
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto(`/${slug}`);
  await expect(page.getByRole('banner').getByRole('searchbox')).toBeHidden();
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByRole('link', { name: 'Breakwaters' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Breakwaters');
  // Its own name is in the heading and the sections, but above no card.
  await expect(page.getByRole('article').getByRole('link', { name: 'Breakwaters' })).toHaveCount(0);
});
