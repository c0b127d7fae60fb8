import { expect, test } from './fixtures';

const KINDS = ['/', '/en', '/km', '/archive', '/topics', '/search?q=bridge', '/feeds', '/nothing-is-here'];

test('no reader page has a script, contacts a third party, or sets a cookie', async ({ page, site }) => {
  const { slug } = site.buildPost({ headline: 'A quiet page' });
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  for (const path of [...KINDS, `/${slug}`]) {
    const answer = await page.goto(path);
    const html = (await answer?.text()) ?? '';
    expect(html, path).not.toMatch(/<script(?![^>]*application\/ld\+json)/i);
    expect(html, path).not.toMatch(/\sstyle="/);
    expect(answer?.headers()['content-security-policy'], path).toContain("script-src 'none'");
    expect(answer?.headers()['set-cookie'], path).toBeUndefined();
    // It would make the browser start another process for visitors from elsewhere.
    expect(answer?.headers()['cross-origin-opener-policy'], path).toBeUndefined();
  }
  expect([...asked]).toEqual([site.url]);
});

test('an unknown address gets a helpful page with status 404', async ({ page }) => {
  const answer = await page.goto('/nothing-is-here');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('searchbox').first()).toBeVisible();
});

test('a page declares its language, and each edition has its own', async ({ page, site }) => {
  const { slug } = site.buildPost({ headline: 'ស្ពានថ្មី', language: 'km', text: 'យើងត្រូវការស្ពាន។' });
  await page.goto(`/${encodeURIComponent(slug)}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'km');
  await page.goto('/km');
  await expect(page.locator('html')).toHaveAttribute('lang', 'km');
  await expect(page.getByRole('link', { name: 'ស្ពានថ្មី' }).first()).toBeVisible();
  await page.goto('/en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('search finds a word of the text in both languages', async ({ page, site }) => {
  site.buildPost({ headline: 'On dams', text: 'The turbines are silent at night.' });
  site.buildPost({ headline: 'អំពីទំនប់', language: 'km', text: 'ការបោះឆ្នោតនៅឆ្នាំ២០២៥ មានសារៈសំខាន់។' });
  for (const [asked, found] of [
    ['turbines', 'On dams'],
    ['ឆ្នោត', 'អំពីទំនប់'],
  ] as const) {
    await page.goto('/search');
    await page.getByRole('searchbox').last().fill(asked);
    await page.getByRole('searchbox').last().press('Enter');
    await expect(page.getByRole('link', { name: found })).toBeVisible();
  }
});

test('a search is filtered by what the publication has, and tolerates a typing mistake', async ({
  page,
  site,
}) => {
  const { topicId } = site.buildTopic('Turbines');
  site.buildPost({ headline: 'Kept', text: 'A hydrofoil passes.', topicIds: [topicId] });
  site.buildPost({ headline: 'Left out', text: 'A hydrofoil passes.' });
  await page.goto('/search?q=hydrofiol');
  await expect(page.getByRole('status')).toContainText('“hydrofoil”');
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('searchbox').fill('hydrofoil');
  await page.getByText('Filter results').click();
  await page.getByRole('combobox', { name: 'Topic' }).selectOption('Turbines');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(['Kept']);
  await expect(page.getByRole('combobox', { name: 'Topic' })).toHaveValue('turbines');
});

test('an unchanged page answers 304', async ({ request, site }) => {
  const { slug } = site.buildPost({ headline: 'Unmoved' });
  for (const path of ['/', `/${slug}`, '/feed.xml', '/sitemap.xml']) {
    const first = await request.get(path);
    expect(first.status(), path).toBe(200);
    const etag = first.headers().etag ?? '';
    expect(etag, path).not.toBe('');
    const again = await request.get(path, { headers: { 'if-none-match': etag } });
    expect(again.status(), path).toBe(304);
  }
});

test('nothing of a draft is readable', async ({ request, site }) => {
  const { id, slug } = site.buildPost({ headline: 'Secret plan', status: 'draft' });
  expect((await request.get(`/${slug}`)).status()).toBe(404);
  expect(await (await request.get('/search?q=secret')).text()).not.toContain('Secret plan');
  const preview = await request.get(`/admin/posts/${id}/preview`, { maxRedirects: 0 });
  expect(preview.status()).toBeGreaterThanOrEqual(300);
  expect(await preview.text()).not.toContain('Secret plan');
});
