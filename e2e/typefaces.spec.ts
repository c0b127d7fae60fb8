import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { renamedTypeface } from '@/tools/running/renamed-typeface';
import { phoneTypeface, withTypefaces } from '@/tools/running/typefaces';
import { expect, test } from './fixtures';
import { launchOptions } from './launch-options';

const MOST_SHIFT = 0.02;
const MOST_BYTES_OF_NAMES = 3000;
const PROSE =
  'បណ្ណាល័យក្រុងបិទទ្វារនៅម៉ោងប្រាំល្ងាច ខណៈដែលអ្នកអានភាគច្រើនទើបតែទំនេរ។ ការបើកបន្ថែមតែបីម៉ោងក្នុងមួយថ្ងៃ អាចផ្លាស់ប្តូរការសិក្សារបស់ក្មេងៗជាច្រើន។ ';

/**
 * The Khmer typefaces of systems, by full and PostScript name, and how wide they are beside Noto Sans Khmer, whose
 * letters all of them have here: what is tried is how browsers find them, and that no width moves the page. The widths
 * of Apple's and Microsoft's are unknown, so they are a fifth narrower and wider.
 */
const TYPEFACES: [fullName: string, postScriptName: string, scale: number][] = [
  ['Noto Sans Khmer Regular', 'NotoSansKhmer-Regular', 1],
  ['Khmer OS', 'KhmerOS', 1.234],
  ['Khmer OS System', 'KhmerOSsys', 1.234],
  ['Khmer OS Battambang', 'KhmerOSbattambang', 1.11],
  ['Khmer OS Siemreap', 'KhmerOSSiemreap', 1.085],
  ['Khmer OS Content', 'KhmerOScontent', 1.085],
  ['Leelawadee UI', 'LeelawadeeUI', 1.2],
  ['Khmer UI', 'KhmerUI', 0.8],
  ['Khmer Sangam MN', 'KhmerSangamMN', 0.8],
];

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-typefaces-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a browser that has these typefaces besides those of the system, as a phone of this width would show a page. */
async function withPage(typefaces: Buffer[], work: (page: Page) => Promise<void>) {
  const own = mkdtempSync(join(folder, 'own-'));
  const { env, ...options } = launchOptions();
  const browser: Browser = await chromium.launch({
    ...options,
    env: { ...withTypefaces(own, typefaces), LC_ALL: env.LC_ALL },
  });
  try {
    await work(await browser.newPage({ viewport: { width: 412, height: 823 } }));
  } finally {
    await browser.close();
  }
}

/** Opens a page whose fonts arrive only after it was painted. @returns how far that moved what was painted. */
async function shiftOf(page: Page, url: string): Promise<number> {
  let release = () => {};
  const isPainted = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.woff2', async (route) => {
    await isPainted;
    await route.continue();
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  release();
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  // Shifts are reported with the next frame.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let shift = 0;
        const add = (list: PerformanceEntryList) => {
          for (const entry of list) shift += (entry as PerformanceEntry & { value: number }).value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => {
          add(observer.takeRecords());
          resolve(shift);
        });
      }),
  );
}

const FIRST_PARAGRAPH = '[data-part="document-body"] p';
const LINK_TO_KHMER = 'header a[hreflang="km"]';

/** Returns the names of the typefaces in which an element is set: those of the system, and those of the page. */
async function typefacesOf(page: Page, selector: string): Promise<{ system: string[]; own: string[] }> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  const named = (isOwn: boolean) =>
    fonts.filter(({ isCustomFont }) => isCustomFont === isOwn).map(({ familyName }) => familyName);
  return { system: named(false), own: named(true) };
}

test('a Khmer post does not move when our typeface arrives late, whichever typeface the device has', async ({
  site,
}) => {
  const { slug } = site.buildPost({ headline: 'អំពីបណ្ណាល័យ', language: 'km', text: PROSE.repeat(6) });
  const url = `${site.url}/${encodeURIComponent(slug)}`;
  const regular = await phoneTypeface({ min: 400, max: 400 });
  for (const [fullName, postScriptName, scale] of TYPEFACES) {
    const typeface = renamedTypeface(regular, { fullName, postScriptName, scale });
    await withPage([typeface], async (page) => {
      expect(await shiftOf(page, url), fullName).toBeLessThanOrEqual(MOST_SHIFT);
      expect((await typefacesOf(page, FIRST_PARAGRAPH)).system, fullName).toContain(fullName);
    });
  }
});

test('nor on a device without a Khmer typeface, or with one that we do not know by name', async ({
  site,
}) => {
  const { slug } = site.buildPost({ headline: 'អំពីបណ្ណាល័យ', language: 'km', text: PROSE.repeat(6) });
  const url = `${site.url}/${encodeURIComponent(slug)}`;
  const unknown = { fullName: 'Other Khmer', postScriptName: 'OtherKhmer', scale: 1.2 };
  const regular = await phoneTypeface({ min: 400, max: 400 });
  for (const typefaces of [[], [renamedTypeface(regular, unknown)]]) {
    await withPage(typefaces, async (page) => {
      expect(await shiftOf(page, url)).toBeLessThanOrEqual(MOST_SHIFT);
    });
  }
});

test('on an English page the name of Khmer has its letters on every device, for a few kilobytes at most', async ({
  site,
}) => {
  const { slug } = site.buildPost({ headline: 'About libraries' });
  const name = { fullName: 'Noto Sans Khmer Regular', postScriptName: 'NotoSansKhmer-Regular', scale: 1 };
  const known = renamedTypeface(await phoneTypeface({ min: 400, max: 400 }), name);
  for (const [typefaces, loaded] of [
    [[], 1],
    [[known], 0],
  ] as const) {
    await withPage([...typefaces], async (page) => {
      const small: number[] = [];
      page.on('response', async (response) => {
        expect(response.url()).not.toContain('reading-khmer');
        if (response.url().includes('language-names')) small.push((await response.body()).length);
      });
      await page.goto(`${site.url}/${slug}`, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready);
      const { system, own } = await typefacesOf(page, LINK_TO_KHMER);
      // A system’s typeface that the page finds by its name counts as the system’s.
      expect([...own, ...system], 'with one typeface and no boxes').toEqual([
        expect.stringContaining('Noto Sans Khmer'),
      ]);
      expect(small).toHaveLength(loaded);
      expect(Math.max(0, ...small)).toBeLessThan(MOST_BYTES_OF_NAMES);
    });
  }
});
