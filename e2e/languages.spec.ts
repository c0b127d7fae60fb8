import type { APIRequestContext } from '@playwright/test';
import { corrections } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { createAuthor } from '@/lib/labels/authors';
import { createTopic } from '@/lib/labels/topics';
import { linkTranslation } from '@/lib/posts/commands/link-translation';
import { updateSite } from '@/lib/posts/commands/update-site';
import { putIntoSeries } from '@/lib/series/arrange-parts';
import { createSeries } from '@/lib/series/series';
import { readSite } from '@/lib/settings/site';
import { expect, type Site, test } from './fixtures';

const context = () => ({ actor: OPERATOR, now: Date.now() });
const both = (en: string, km: string) => ({ name: { en, km }, description: {} });

/** Builds posts in both languages that have everything a page can lead to, more than a page of them in Khmer. */
function build(site: Site): { khmer: string; english: string } {
  const { topicId } = requireValue(createTopic(site.db, both('Bridges', 'ស្ពាន'), context()));
  const { seriesId } = requireValue(createSeries(site.db, both('Crossings', 'ចម្លង'), context()));
  const author = { name: { en: 'Sophal Keo', km: 'សុផល កែវ' }, biography: {} };
  const { authorId } = requireValue(createAuthor(site.db, author, context()));
  const slugs: string[] = [];
  for (const language of ['en', ...Array.from({ length: 22 }, () => 'km' as const)] as const) {
    const byline = [{ authorId, name: language === 'km' ? 'សុផល កែវ' : 'Sophal Keo' }];
    const headline = language === 'km' ? 'ស្ពានថ្មី' : 'A new bridge';
    const post = site.buildPost({ language, headline, text: `${headline}.`, topicIds: [topicId], byline });
    slugs.push(post.slug);
    if (slugs.length > 3) continue;
    requireValue(putIntoSeries(site.db, { postId: post.id, seriesId }, context()));
    site.db.insert(corrections).values({ postId: post.id, note: 'ឈ្មោះ', publishedAt: Date.now() }).run();
  }
  const english = site.buildPost({ kind: 'page', headline: 'About the bridge', language: 'en' });
  const khmer = site.buildPost({ kind: 'page', headline: 'អំពីស្ពាន', language: 'km' });
  const pair = { postId: khmer.id, translationOfPostId: english.id };
  requireValue(linkTranslation(site.db, pair, context()));
  const navigation = [
    { label: { en: 'About', km: 'អំពី' }, path: `/${english.slug}` },
    { label: { en: 'Bridges', km: 'ស្ពាន' }, path: '/topics/bridges' },
  ];
  requireValue(updateSite(site.db, { ...readSite(site.db), navigation }, context()));
  return { english: slugs[0] ?? '', khmer: slugs[1] ?? '' };
}

/** Returns the addresses that a page leads to, without those that switch the language or the form of the page. */
function linksOf(html: string, url: string): string[] {
  const tags = [...html.matchAll(/<(?:a|form)\b[^<>]*>/g)].map(([tag]) => tag);
  const staying = tags.filter((tag) => !/\shreflang=|\sdata-edition=/i.test(tag));
  const found = staying.flatMap((tag) => /\s(?:href|action)="([^"]*)"/.exec(tag)?.[1] ?? []);
  const addresses = found.map((href) => new URL(href.replaceAll('&amp;', '&'), url));
  const own = addresses.filter(({ origin }) => origin === new URL(url).origin);
  // A file has no language of its own, and the copy of a page that of the page.
  return own
    .map(({ pathname, search }) => pathname + search)
    .filter((path) => !/^\/media\/|\/copy\.html$/.test(path));
}

/** Follows every link from an address on. @returns the language of each page that was reached, by its address. */
async function crawl(request: APIRequestContext, from: string, most: number): Promise<Map<string, string>> {
  const languages = new Map<string, string>();
  const waiting = [from];
  for (let path = waiting.shift(); path !== undefined && languages.size < most; path = waiting.shift()) {
    if (languages.has(path)) continue;
    // As browsers ask, so that feeds are explained.
    const answer = await request.get(path, { headers: { 'sec-fetch-dest': 'document' } });
    expect(answer.status(), path).toBe(200);
    const html = await answer.text();
    languages.set(path, /<html lang="(\w+)"/.exec(html)?.[1] ?? 'none');
    waiting.push(...linksOf(html, answer.url()));
  }
  return languages;
}

test('every link from a Khmer post leads to Khmer, and so on from there', async ({ request, site }) => {
  const { khmer } = build(site);
  const start = `/${encodeURIComponent(khmer)}`;
  const languages = await crawl(request, start, 800);
  const kinds = [
    '',
    '/page/2',
    '/topics',
    '/topics/bridges',
    '/topics/bridges/page/2',
    '/archive',
    '/search',
  ];
  const more = [
    '/corrections',
    '/feeds',
    '/series/crossings',
    '/authors/sophal-keo',
    '/authors/sophal-keo/page/2',
  ];
  for (const path of [...kinds, ...more]) expect([...languages.keys()]).toContain(`/km${path}`);
  expect([...languages].filter(([, language]) => language !== 'km')).toEqual([]);
});

test('the switch of languages leads to the same page in the other language, and back', async ({
  page,
  site,
}) => {
  const { khmer } = build(site);
  const title = page.getByRole('heading', { level: 1 });
  await page.goto(`/${encodeURIComponent(khmer)}`);
  await page.getByRole('contentinfo').getByRole('link', { name: 'ប្រធានបទ', exact: true }).click();
  await expect(page).toHaveURL(/\/km\/topics$/);
  await expect(title).toHaveText('ប្រធានបទ');
  await page.getByRole('main').getByRole('link', { name: 'ស្ពាន', exact: true }).click();
  await expect(page).toHaveURL(/\/km\/topics\/bridges$/);
  await expect(page.getByRole('article').first()).toHaveText(/ស្ពានថ្មី/);
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/topics\/bridges$/);
  await expect(title).toHaveText('Bridges');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('/km/search?q=ស្ពាន');
  await expect(page.getByRole('article').first()).toContainText('ស្ពានថ្មី');
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/:\d+\/search\?q=/);
  await expect(page.getByRole('searchbox')).toHaveValue('ស្ពាន');
});

test('a page names its address in each language, and its own', async ({ page, request, site }) => {
  build(site);
  const { url } = site;
  for (const path of ['/topics/bridges', '/km/topics/bridges']) {
    await page.goto(path);
    const of = (code: string) => page.locator(`link[hreflang="${code}"]`);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', url + path);
    await expect(of('en')).toHaveAttribute('href', `${url}/topics/bridges`);
    await expect(of('km')).toHaveAttribute('href', `${url}/km/topics/bridges`);
    await expect(of('x-default')).toHaveAttribute('href', `${url}/topics/bridges`);
  }
  const places = await (await request.get('/sitemap/places.xml')).text();
  expect(places).toContain(`<loc>${url}/km/topics/bridges</loc>`);
});

test('what is not there is said in the language of the address', async ({ page }) => {
  for (const [path, language] of [
    ['/km/topics/nothing', 'km'],
    ['/km/nothing/at/all', 'km'],
    ['/text/km/topics/nothing', 'km'],
    [`/${encodeURIComponent('គ្មាន')}`, 'km'],
    ['/nothing', 'en'],
  ] as const) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.locator('html'), path).toHaveAttribute('lang', language);
  }
});

test('the main language has the plain addresses', async ({ request }) => {
  const answer = await request.get('/en/archive', { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([301, '/archive']);
});

test('a translated post is on the front page once, and leads to the other language', async ({
  page,
  site,
}) => {
  const english = site.buildPost({ headline: 'The last ferry' });
  const khmer = site.buildPost({ headline: 'កាណូតចុងក្រោយ', language: 'km' });
  requireValue(linkTranslation(site.db, { postId: khmer.id, translationOfPostId: english.id }, context()));
  await page.goto('/');
  const card = page.getByRole('article').filter({ hasText: 'The last ferry' });
  await expect(card).toHaveCount(1);
  await expect(page.getByText('កាណូតចុងក្រោយ')).toHaveCount(0);
  await expect(card).toContainText('Also in');
  await card.getByRole('link', { name: 'ខ្មែរ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('កាណូតចុងក្រោយ');
  await page.goto('/km');
  await expect(page.getByRole('article').filter({ hasText: 'កាណូតចុងក្រោយ' })).toHaveCount(1);
});

test('the text edition and the editions in colours stay in the language', async ({ request }) => {
  for (const edition of ['text', 'dark']) {
    const html = await (await request.get(`/${edition}/km/topics`)).text();
    expect(html).toMatch(/<html[^<>]* lang="km"/);
    expect(html).toContain(`href="/${edition}/km/archive"`);
    expect(html).toContain(`action="/${edition}/km/search"`);
  }
});
