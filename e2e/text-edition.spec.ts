import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';
import { pageOf } from '@/lib/serving/requested-edition';
import { RouteTable } from '@/lib/serving/route-table';
import { ROUTES } from '@/lib/serving/routes';
import { askedBy, expect, liveSlugs, test } from './fixtures';
import { pageAt } from './page-at';

const table = new RouteTable(ROUTES);

const TEXT_BYTES = 6_000;

/** What would make a browser request or run something more. */
const ASKING =
  'img, svg, script, iframe, object, embed, audio, video, source, link:not([rel=canonical], [rel=alternate], [href="data:,"])';

test('every kind of page has a text edition one tap away, which says the same and requests nothing more', async ({
  request,
  site,
}) => {
  const lists = ['/', '/en', '/km', '/topics', '/archive', '/feeds', '/search?q=river', '/nothing-is-here'];
  const select = (sql: string) => site.db.$client.prepare(sql).pluck().all() as string[];
  const places = [
    ...select("select '/topics/' || slug from topics"),
    ...select("select '/authors/' || slug from authors"),
  ];
  for (const path of [...lists, ...places, ...liveSlugs(site, '1').map((slug) => `/${slug}`)]) {
    const full = await pageAt(request, path);
    const links = full.document.querySelectorAll('footer a[href^="/text"]');
    expect(links.length, path).toBe(1);
    const text = await pageAt(request, links[0]?.getAttribute('href') ?? '');
    expect(text.status, path).toBe(full.status);
    expect(said(text.document), path).toEqual(said(full.document));
    expect(text.document.querySelector('meta[name=robots]')?.getAttribute('content'), path).toBe('noindex');
    const asking = Array.from(text.document.querySelectorAll(ASKING), (element) => element.outerHTML);
    expect(asking, path).toEqual([]);
    expect(text.html, path).not.toMatch(/url\(|@import|@font-face|srcset/);
    const [back] = text.document.querySelectorAll('a');
    const led = new URL(back?.getAttribute('href') ?? '', site.url).href;
    expect(led).toBe(new URL(path, site.url).href);
  }
});

/** Returns what a page and its text edition must have in common. */
function said(document: Document) {
  return {
    language: document.documentElement.getAttribute('lang'),
    heading: document.querySelector('h1')?.textContent,
    canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href'),
  };
}

test('a browser requests only the text edition itself, and loads no font for it', async ({
  page,
  context,
  site,
}) => {
  const [english = ''] = liveSlugs(site, "kind = 'post' and language = 'en'");
  const [khmer = ''] = liveSlugs(site, "kind = 'post' and language = 'km'");
  for (const path of ['/', `/${english}`, `/${khmer}`]) {
    await page.goto(path);
    const link = page.locator('footer a[href^="/text"]');
    const address = await link.evaluate((it: HTMLAnchorElement) => it.href);
    // A separate window: the previous page may still be requesting its icon.
    const text = await context.newPage();
    const asked = askedBy(text);
    await text.goto(address, { waitUntil: 'load' });
    expect(asked, path).toEqual([address]);
    expect(await text.evaluate(() => document.fonts.size), path).toBe(0);
    await text.close();
  }
});

test('every link of a text edition stays in the text edition', async ({ page, site, request }) => {
  const [republished = ''] = liveSlugs(site, "kind = 'post' and language = 'en'");
  for (const path of [
    '/text',
    `/text/${republished}`,
    '/text/archive',
    '/text/search?q=river',
    '/text/feeds',
  ]) {
    const { document } = await pageAt(request, path);
    const [, ...links] = Array.from(document.querySelectorAll('a'), (a) => a.getAttribute('href') ?? '');
    expect(links.length, path).toBeGreaterThan(5);
    for (const href of new Set(links)) {
      if (/^(#|https?:|mailto:)|\.(xml|json)$/.test(href)) continue;
      expect(href, path).toMatch(/^\/text(\/|$|\?)/);
      const full = await request.get(pageOf(table, href));
      expect((await request.get(href)).status(), href).toBe(full.status());
    }
  }
  await page.goto('/text/search');
  await page.getByRole('searchbox').first().fill('river');
  await page.getByRole('searchbox').first().press('Enter');
  await expect(page).toHaveURL(/\/text\/search\?q=river(&|$)/);
});

test('the text edition of 900 words stays within its budget in both scripts', async ({ site, request }) => {
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
    // A repetitive text would compress to almost nothing and prove nothing.
    expect(bytes, language).toBeGreaterThan(TEXT_BYTES / 3);
  }
});

const WORDS = 900;

/** Generates nine hundred words of natural English. */
function prose(): string {
  const text = ['docs/operating.md', 'docs/performance.md']
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const words = text.match(/[\w’'-]+[.,;:]?/g) ?? [];
  expect(words.length).toBeGreaterThan(WORDS);
  return inParagraphs(words.slice(0, WORDS), ' ');
}

/** Generates nine hundred Khmer words out of all that we have, in an order that never repeats. */
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

test('an old address in the text edition redirects within it, and an old address of a copy to the copy', async ({
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
