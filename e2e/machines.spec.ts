import { expect, test } from './fixtures';
import { pageAt } from './page-at';

const FEEDS = ['/feed.xml', '/atom.xml', '/feed.json', '/en/feed.xml', '/km/atom.xml'];

test('a person who opens a feed sees a page about it; a feed reader gets the feed', async ({
  page,
  request,
  site,
}) => {
  site.buildPost({ headline: 'On following rivers' });
  const { topicId } = site.buildTopic('Canals of the delta');
  site.buildPost({ headline: 'In a topic', topicIds: [topicId] });
  for (const path of [...FEEDS, '/topics/canals-of-the-delta/feed.xml']) {
    const shown = await request.get(path, { headers: { 'sec-fetch-dest': 'document' } });
    expect(shown.headers()['content-type'], path).toContain('text/html');
    expect(shown.headers()['cache-control'], path).toBe('private, no-cache');
    expect(shown.headers().vary, path).toContain('Sec-Fetch-Dest');
    expect(await shown.text(), path).toContain(`>${site.url}${path}<`);
    const read = await request.get(path, { headers: { accept: 'text/html, application/rss+xml, */*' } });
    expect(read.headers()['content-type'], path).toMatch(/rss|atom|feed/);
    expect(read.headers().vary, path).toContain('Sec-Fetch-Dest');
  }
  const shown = await page.goto('/feed.xml');
  expect(shown?.headers()['content-type']).toContain('text/html');
  await expect(page.getByText(`${site.url}/feed.xml`, { exact: true })).toBeVisible();
  await page.goto('/topics/canals-of-the-delta/feed.xml');
  await expect(page.getByRole('link', { name: 'In a topic' })).toBeVisible();
  expect((await page.goto('/topics/nothing/feed.xml'))?.status()).toBe(404);
});

test('feed addresses of a WordPress site redirect here in one step', async ({ request, site }) => {
  site.buildTopic('Law');
  for (const [from, to] of [
    ['/feed/', '/feed.xml'],
    ['/?feed=atom', '/atom.xml'],
    ['/category/law/feed/', '/topics/law/feed.xml'],
  ] as const) {
    const answer = await request.get(from, { maxRedirects: 0 });
    expect(answer.status(), from).toBe(301);
    expect(new URL(answer.headers().location ?? '', site.url).pathname, from).toBe(to);
  }
});

test('every page has a sharing picture, and one is painted for a page without its own', async ({
  request,
  site,
}) => {
  const { slug } = site.buildPost({ headline: 'ស្ត្រីខ្មែរ និងការបោះឆ្នោត', language: 'km' });
  for (const path of ['/', '/archive', '/topics', `/${encodeURIComponent(slug)}`]) {
    const { document } = await pageAt(request, path);
    const address = document.querySelector('meta[property="og:image"]')?.getAttribute('content');
    const picture = await request.get(address ?? '');
    expect(picture.status(), path).toBe(200);
    expect(picture.headers()['content-type'], path).toBe('image/png');
    const bytes = await picture.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], path).toEqual([1200, 630]);
  }
  const former = `/share/${encodeURIComponent(slug)}/000000000000.png`;
  expect((await request.get(former, { maxRedirects: 0 })).status()).toBe(302);
  expect((await request.get('/share/nothing/000000000000.png')).status()).toBe(404);
});

test('a post describes itself in schema.org’s terms, and the front page can be installed', async ({
  page,
  request,
  site,
}) => {
  const { slug } = site.buildPost({ headline: 'Data & </script> words' });
  await page.goto(`/${slug}`);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(data['@graph'].map((thing: { '@type': string }) => thing['@type'])).toEqual([
    'OpinionNewsArticle',
    'BreadcrumbList',
  ]);
  expect(await page.locator('link[rel=manifest]').count()).toBe(0);
  await page.goto('/');
  const manifest = await request.get((await page.locator('link[rel=manifest]').getAttribute('href')) ?? '');
  const { icons } = await manifest.json();
  for (const { src } of icons) expect((await request.get(src)).status(), src).toBe(200);
  expect((await request.get('/favicon.ico')).status()).toBe(200);
});

test('the sitemap links to its parts, and they link to every post', async ({ request, site }) => {
  const { slug } = site.buildPost({ headline: 'To be found' });
  const index = await (await request.get('/sitemap.xml')).text();
  const parts = Array.from(index.matchAll(/<loc>([^<]+)<\/loc>/g), ([, address = '']) => address);
  const texts = await Promise.all(parts.map(async (part) => (await request.get(part)).text()));
  expect(texts.join('')).toContain(`<loc>${site.url}/${slug}</loc>`);
});

test('a range outside the file is not a server error', async ({ request }) => {
  for (const range of ['bytes=9999999-', 'bytes=x'])
    expect((await request.get('/favicon.ico', { headers: { range } })).status(), range).toBe(200);
});
