import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { relistPost, unlistPost } from '@/lib/posts/commands/unlist-post';
import { withdrawPost } from '@/lib/posts/commands/withdraw-post';
import { putIntoSeries } from '@/lib/series/arrange-parts';
import { buildSeries } from '@/tools/testing/factories';
import { Desk } from './desk';
import { expect, type Site, test } from './fixtures';

const context = () => ({ actor: OPERATOR, now: Date.now() });

/** Builds a series with this number of live parts, named `<name> 1` and so on. */
function build(site: Site, name: string, count: number) {
  const { seriesId } = buildSeries(site.db, name);
  return Array.from({ length: count }, (_, index) => {
    const post = site.buildPost({ headline: `${name} ${index + 1}` });
    requireValue(putIntoSeries(site.db, { postId: post.id, seriesId }, context()));
    return post;
  });
}

test('a part shows its position, and links to the others and to the series', async ({ page, site }) => {
  const [, second, third] = build(site, 'Harbour', 3);
  await page.goto(`/${second?.slug}`);
  await expect(page.getByTestId('series-note')).toHaveText('Part 2 of 3 · Harbour');
  const parts = page.getByRole('navigation', { name: 'Harbour' });
  await expect(parts.getByRole('listitem')).toHaveText(['Harbour 1', 'Harbour 2', 'Harbour 3']);
  await expect(parts.locator('[aria-current=page]')).toHaveText('Harbour 2');
  await parts.locator('[rel=next]').click();
  await expect(page).toHaveURL(new RegExp(`/${third?.slug}$`));
  await page.getByTestId('series-note').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour');
  await expect(page.getByRole('article').getByRole('heading')).toHaveText([
    'Harbour 1',
    'Harbour 2',
    'Harbour 3',
  ]);
  await page.goto('/series');
  await expect(page.getByRole('link', { name: 'Harbour', exact: true })).toBeVisible();
});

test('a part that is no longer public is not counted at the next request', async ({ page, site }) => {
  const [first, second] = build(site, 'Lighthouse', 3);
  const note = page.getByTestId('series-note');
  await page.goto(`/${second?.slug}`);
  await expect(note).toContainText('Part 2 of 3');
  requireValue(withdrawPost(site.db, { postId: first?.id ?? 0 }, context()));
  await page.reload();
  await expect(note).toContainText('Part 1 of 2');
});

test('people can open an unlisted post at its address, and search engines do not index it', async ({
  page,
  request,
  site,
}) => {
  const { id, slug } = site.buildPost({ headline: 'Between ourselves' });
  requireValue(unlistPost(site.db, { postId: id }, context()));
  await page.goto(`/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Between ourselves');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  for (const path of ['/', '/archive', '/feed.xml', '/sitemap/posts-1.xml', '/search?q=between+ourselves']) {
    expect(await (await request.get(path)).text(), path).not.toContain(`/${slug}`);
  }
  requireValue(relistPost(site.db, { postId: id }, context()));
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Between ourselves' })).toBeVisible();
});

test('the text edition lists the parts in order, with links to text editions', async ({ page, site }) => {
  const [first] = build(site, 'Quay', 2);
  await page.goto(`/text/${first?.slug}`);
  await expect(page.getByText('Part 1 of 2 · Quay')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Quay 2' }).first()).toHaveAttribute('href', /^\/text\//);
});

test('an author creates a series while editing, and orders its parts with the keyboard', async ({
  admin,
  page,
  site,
}) => {
  const posts = ['Ebb', 'Flood'].map((headline) => site.buildPost({ headline }));
  const desk = new Desk(admin);
  await desk.open(posts[0]?.id ?? 0);
  const section = await desk.section('Series');
  await section.getByLabel('Or create a new series').fill('Tides');
  await section.getByRole('button', { name: 'Create' }).click();
  await expect(section.getByRole('combobox', { name: 'Part', exact: true })).toHaveValue('1');
  await admin.goto('/admin/series');
  const card = admin.getByRole('listitem').filter({ has: admin.getByRole('heading', { name: 'Tides' }) });
  // The list of posts is long, and a page has many series.
  await expect(card.getByRole('option')).toHaveCount(0);
  await card.getByText('Add a post').click();
  await card.getByLabel('Post', { exact: true }).selectOption({ label: 'Flood (English)' });
  await card.getByRole('button', { name: 'Add as last part' }).click();
  const rows = card.getByRole('list', { name: /^Tides/ }).getByRole('listitem');
  await expect(rows).toContainText(['Ebb', 'Flood']);
  await card.getByRole('button', { name: 'Move “Flood” up' }).focus();
  await admin.keyboard.press('Enter');
  await expect(rows).toContainText(['Flood', 'Ebb']);
  await expect(card.getByRole('status').first()).toHaveText('“Flood” is now part 1.');
  await expect(card.getByRole('button', { name: 'Move “Flood” up' })).toBeFocused();
  await page.goto(`/${posts[0]?.slug}`);
  await expect(page.getByTestId('series-note')).toHaveText('Part 2 of 2 · Tides');
});
