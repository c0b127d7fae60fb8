import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';
import { pageOf } from '@/lib/serving/editions/requested-edition';
import { askedBy, expect, liveSlugs, test } from './fixtures';

const TEXT_BYTES = 6_000;

test('every kind of page has a text edition one tap away, which asks for nothing but itself', async ({
  page,
  site,
}) => {
  const lists = ['/', '/en', '/km', '/topics', '/archive', '/feeds', '/search?q=river', '/nothing-is-here'];
  const select = (sql: string) => site.db.$client.prepare(sql).pluck().all() as string[];
  const places = [
    ...select("select '/topics/' || slug from topics"),
    ...select("select '/authors/' || slug from authors"),
  ];
  const asked = askedBy(page);
  for (const path of [...lists, ...places, ...liveSlugs(site, '1').map((slug) => `/${slug}`)]) {
    const full = await page.goto(path);
    const lang = await page.locator('html').getAttribute('lang');
    const heading = await page.locator('h1').first().textContent();
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    const link = page.locator('footer a[href^="/text"]');
    await expect(link, path).toHaveCount(1);
    const address = new URL((await link.getAttribute('href')) ?? '', site.url).href;
    asked.length = 0;
    const text = await page.goto(address);
    expect(asked, path).toEqual([page.url()]);
    expect(text?.status(), path).toBe(full?.status());
    await expect(page.locator('html')).toHaveAttribute('lang', lang ?? '');
    expect(await page.locator('h1').first().textContent(), path).toBe(heading);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', canonical ?? '');
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(page.locator('img, svg, script, link[rel=stylesheet], iframe')).toHaveCount(0);
    expect(await page.evaluate(() => document.fonts.size), path).toBe(0);
    expect(new URL((await page.locator('a').first().getAttribute('href')) ?? '', site.url).href).toBe(
      new URL(path, site.url).href,
    );
  }
});

test('every link of a text edition leads on in the text edition', async ({ page, site, request }) => {
  const [republished = ''] = liveSlugs(site, "kind = 'post' and language = 'en'");
  for (const path of [
    '/text',
    `/text/${republished}`,
    '/text/archive',
    '/text/search?q=river',
    '/text/feeds',
  ]) {
    await page.goto(path);
    const links = await page
      .locator('a')
      .evaluateAll((all) => all.slice(1).map((link) => link.getAttribute('href') ?? ''));
    expect(links.length, path).toBeGreaterThan(5);
    for (const href of new Set(links)) {
      if (/^(#|https?:|mailto:)|\.(xml|json)$/.test(href)) continue;
      expect(href, path).toMatch(/^\/text(\/|$|\?)/);
      const full = await request.get(pageOf(href));
      expect((await request.get(href)).status(), href).toBe(full.status());
    }
  }
  await page.goto('/text/search');
  await page.getByRole('searchbox').first().fill('river');
  await page.getByRole('searchbox').first().press('Enter');
  await expect(page).toHaveURL(/\/text\/search\?q=river(&|$)/);
});

test('the text edition of 900 words stays under its budget in both scripts', async ({ site, request }) => {
  for (const [language, text] of [
    ['en', prose()],
    ['km', khmerProse()],
  ] as const) {
    const { slug } = site.buildPost({ headline: 'ស្ពាន Bridge', language, text });
    const answer = await request.get(`/text/${encodeURIComponent(slug)}`, {
      headers: { 'accept-encoding': 'br' },
    });
    expect(answer.headers()['content-encoding']).toBe('br');
    const bytes = Number(answer.headers()['content-length']);
    expect(bytes, language).toBeLessThanOrEqual(TEXT_BYTES);
    // A text that repeats itself would compress to nothing and prove nothing.
    expect(bytes, language).toBeGreaterThan(TEXT_BYTES / 3);
  }
});

const WORDS = 900;

/** Nine hundred words of English as people write it. */
function prose(): string {
  const text = ['docs/operating.md', 'docs/performance.md']
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const words = text.match(/[\w’'-]+[.,;:]?/g) ?? [];
  expect(words.length).toBeGreaterThan(WORDS);
  return inParagraphs(words.slice(0, WORDS), ' ');
}

/** Nine hundred Khmer words out of all that we have, in an order that never repeats. */
function khmerProse(): string {
  const files = [
    ...readdirSync('lib/samples/content').map((name) => join('lib/samples/content', name)),
    'lib/language/strings/km.ts',
  ];
  const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const words = (source.match(KHMER_RUN) ?? []).flatMap(khmerWords);
  expect(words.length).toBeGreaterThan(500);
  return inParagraphs(
    Array.from({ length: WORDS }, (_, n) => words[(n * 397) % words.length] ?? ''),
    '',
  );
}

function inParagraphs(words: string[], between: string): string {
  const starts = Array.from({ length: 10 }, (_, n) => (n * WORDS) / 10);
  return starts.map((start) => words.slice(start, start + WORDS / 10).join(between)).join('\n');
}

test('who follows an old address within the text edition stays there, and in a copy gets the copy', async ({
  site,
  request,
}) => {
  const { id, slug } = site.buildPost({ headline: 'Once so named' });
  site.db.$client.prepare('update posts set slug = ? where id = ?').run(`${slug}-anew`, id);
  for (const [old, present] of [
    [`/text/${slug}`, `/text/${slug}-anew`],
    [`/${slug}/copy.html`, `/${slug}-anew/copy.html`],
  ] as const) {
    const answer = await request.get(old, { maxRedirects: 0 });
    expect(answer.status(), old).toBe(301);
    expect(answer.headers().location).toBe(present);
  }
});
