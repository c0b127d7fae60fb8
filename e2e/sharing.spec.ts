import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { stringsFor } from '@/lib/language/strings';
import { askedBy, expect, liveSlugs, test } from './fixtures';
import { Publication } from './publication';

/** Whole articles: posts that other tests published meanwhile may have only a headline. */
const WITH_PICTURE =
  'is_sample = 1 and live_revision_id in (select id from revisions where lead_media_id is not null)';

for (const language of ['en', 'km'] as const) {
  test(`a copy opens offline with its pictures and fonts inside, and words are shaped as on the site (${language})`, async ({
    browser,
    page,
    site,
  }, testInfo) => {
    const words = stringsFor(language);
    // Only one: subsetting its fonts takes seconds.
    for (const slug of liveSlugs(site, `${WITH_PICTURE} and language = '${language}'`).slice(0, 1)) {
      await page.goto(`/${slug}`);
      const onSite = await wordWidths(page);
      const told =
        Number(/≈ (\d+) KB/.exec((await page.getByTestId('share').textContent()) ?? '')?.[1]) * 1000;
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: words.saveCopy }).click();
      const file = testInfo.outputPath('copy.html');
      await (await download).saveAs(file);
      const headline = (await page.locator('h1').textContent()) ?? '';
      expect((await download).suggestedFilename()).toBe(`${headline.replace(/[?:]/g, ' ').trim()}.html`);
      const bytes = readFileSync(file).length;
      expect(told / bytes, `${slug}: ${bytes}`).toBeGreaterThan(0.85);
      expect(told / bytes, `${slug}: ${bytes}`).toBeLessThan(1.2);

      const context = await browser.newContext({ offline: true });
      const copy = await context.newPage();
      const asked = askedBy(copy);
      const complaints: string[] = [];
      copy.on('console', (message) => complaints.push(message.text()));
      await copy.goto(pathToFileURL(file).href);
      const inCopy = await wordWidths(copy);
      expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
      expect(complaints).toEqual([]);
      const pictures = await copy.locator('img').evaluateAll((all) =>
        all.map((image) => {
          const { naturalWidth, alt } = image as HTMLImageElement;
          // The name of an author is next to the picture.
          return { isShown: naturalWidth > 0, isNamed: alt !== '' || image.closest('[data-part=portraits]') };
        }),
      );
      expect(pictures.every(({ isShown, isNamed }) => isShown && isNamed)).toBe(true);
      expect(pictures.length).toBeGreaterThan(0);
      expect(inCopy.length).toBe(onSite.length);
      // Subscripts are under their letters and vowels in their places: anything else would be far wider.
      for (const [index, { word, width }] of onSite.entries()) {
        expect(inCopy[index]?.word).toBe(word);
        expect(Math.abs((inCopy[index]?.width ?? 0) - width), word).toBeLessThan(width * 0.005 + 0.05);
      }
      const own = await copy.getByTestId('copy-note').getByRole('link').getAttribute('href');
      expect(own).toBe(`${site.url}/${slug}`);
      // Only copies have this line, and pages are sent no rules that they do not use.
      const look = await copy.getByTestId('copy-note').evaluate((note) => {
        const { borderTopWidth, maxWidth, paddingBottom } = getComputedStyle(note);
        return { borderTopWidth, maxWidth, paddingBottom };
      });
      expect(look).toEqual({ borderTopWidth: '1px', maxWidth: '608px', paddingBottom: '48px' });
      await expect(copy.locator('script, nav, form, footer')).toHaveCount(
        await copy.getByRole('navigation', { name: words.topics }).count(),
      );
      await expect(copy.getByRole('region', { name: words.share })).toHaveCount(0);
      await context.close();
    }
  });
}

/** Measures how wide each word of the body is in the page's own fonts. */
async function wordWidths(page: Page): Promise<{ word: string; width: number }[]> {
  return page.evaluate(async () => {
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const body = document.querySelector('[data-part="document-body"]') as HTMLElement;
    const words = (body.textContent ?? '').split(/\s+/).filter(Boolean);
    const fonts = ['400 40px "Khmer Serif", "Late Khmer Serif"', '700 40px "Source Serif"'];
    await Promise.all(fonts.map((font) => document.fonts.load(font, body.textContent ?? '')));
    return fonts.flatMap((font) => {
      pen.font = `${font}, monospace`;
      return words.map((word) => ({ word, width: pen.measureText(word).width }));
    });
  });
}

test('a copy has the post’s current text, and a withdrawn post has no copy', async ({ site, request }) => {
  const { id, slug } = site.buildPost({ headline: 'As it is now' });
  const first = await request.get(`/${slug}/copy.html`);
  expect(await first.text()).toContain('As it is now');
  const { etag = '' } = first.headers();
  expect((await request.get(`/${slug}/copy.html`, { headers: { 'if-none-match': etag } })).status()).toBe(
    304,
  );
  const update = site.db.$client.prepare(
    'update revisions set headline = ? where id = (select live_revision_id from posts where id = ?)',
  );
  update.run('As it was corrected', id);
  site.buildPost();
  expect(await (await request.get(`/${slug}/copy.html`)).text()).toContain('As it was corrected');
  site.db.$client.prepare("update posts set status = 'withdrawn' where id = ?").run(id);
  expect((await request.get(`/${slug}/copy.html`)).status()).toBeGreaterThanOrEqual(404);
});

test('a post is shared by plain links with its full address', async ({ page, site }) => {
  const { slug } = site.buildPost({ headline: 'ស្ពាន & “bridges”', language: 'km' });
  const asked = askedBy(page);
  await page.goto(`/${encodeURIComponent(slug)}`);
  const share = page.getByRole('region', { name: stringsFor('km').share });
  await share.locator('summary').click();
  const url = `${site.url}/${encodeURIComponent(slug)}`;
  const links = await share
    .locator('li a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.map((href) => new URL(href).host || new URL(href).protocol)).toEqual([
    't.me',
    'www.facebook.com',
    'wa.me',
    'x.com',
    'mailto:',
  ]);
  for (const href of links) expect(decodeURIComponent(href)).toContain(url);
  await expect(share.getByRole('textbox')).toHaveValue(url);
  await share.locator('summary').press('Tab');
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('Tab');
  const selected = await share.getByRole('textbox').evaluate((input) => {
    const { selectionStart, selectionEnd, value } = input as HTMLInputElement;
    return value.slice(selectionStart ?? 0, selectionEnd ?? 0);
  });
  expect(selected).toBe(url);
  for (const address of asked) expect(address.startsWith(site.url)).toBe(true);
});

test('a printed post is black on white without interactive controls, in both schemes', async ({
  page,
  site,
}) => {
  for (const language of ['en', 'km'] as const) {
    const [slug] = liveSlugs(site, `${WITH_PICTURE} and language = '${language}'`);
    const words = stringsFor(language);
    const interactive = [
      page.getByRole('navigation', { name: words.menu }),
      page.getByRole('contentinfo'),
      page.getByRole('region', { name: words.share }).locator('details'),
      page.getByRole('navigation', { name: words.topics }),
    ];
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`/${slug}`);
    for (const part of interactive) await expect(part).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ media: 'print', colorScheme });
      for (const part of interactive) await expect(part).toBeHidden();
      const colours = await page.evaluate(() => {
        const of = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
        return [of('body').backgroundColor, of('[data-part="document-body"] p').color, of('h1').color];
      });
      expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
      await expect(page.locator('h1')).toBeVisible();
    }
  }
});

test('without pictures, fonts and styles an article still has all of its text', async ({ browser, site }) => {
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.route(/\/media\/|\.woff2/, (route) => route.abort());
  for (const slug of liveSlugs(site, WITH_PICTURE)) {
    await page.goto(`/${slug}`);
    const alts = await page
      .locator('article img')
      .evaluateAll((all) => all.map((image) => image.getAttribute('alt')));
    expect(alts.length).toBeGreaterThan(0);
    expect(alts.every(Boolean), slug).toBe(true);
    await expect(page.getByTestId('document-body').locator('p').first()).toBeVisible();
    await expect(page.locator('figcaption').first()).toBeVisible();
  }
  await context.close();
});

test('a copy made without the picture files has their alt text instead', async ({ site, request }) => {
  const [slug = ''] = liveSlugs(site, `${WITH_PICTURE} and language = 'en'`);
  const publication = await Publication.start('samples');
  try {
    rmSync(join(publication.dataDir, 'media'), { recursive: true });
    const html = await (await request.get(`${publication.url}/${slug}/copy.html`)).text();
    expect(html).not.toContain('<img');
    expect(html).toContain('[Picture: ');
  } finally {
    await publication.dispose();
  }
});
