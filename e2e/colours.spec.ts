import type { Page } from '@playwright/test';
import { findings, kindsOfPages } from './axe';
import { expect, liveSlugs, test } from './fixtures';
import { pageAt } from './page-at';

/** Returns the colour of the paper, as painted by the browser. */
const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const LIGHT = 'rgb(255, 253, 249)';
const DARK = 'rgb(22, 22, 26)';
const schemeOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

test('a reader chooses colours by a link, and keeps them across pages until choosing the system’s again', async ({
  page,
  site,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const [slug = ''] = liveSlugs(site, "kind = 'post' and language = 'en'");
  await page.goto(`/${slug}`);
  expect(await paperOf(page)).toBe(LIGHT);
  const colours = page.getByTestId('colour-switch');
  await expect(colours.locator('[aria-current]')).toHaveText('System');
  await colours.getByRole('link', { name: 'Dark' }).click();
  await expect(page).toHaveURL(`/dark/${slug}`);
  expect(await paperOf(page)).toBe(DARK);
  expect(await schemeOf(page)).toBe('dark');
  await expect(colours.locator('[aria-current]')).toHaveText('Dark');
  await page.getByRole('link', { name: 'Topics' }).first().click();
  await expect(page).toHaveURL('/dark/topics');
  await page.getByRole('searchbox').first().fill('river');
  await page.getByRole('searchbox').first().press('Enter');
  await expect(page).toHaveURL('/dark/search?q=river');
  await page.getByRole('article').getByRole('heading').getByRole('link').first().click();
  expect(await paperOf(page)).toBe(DARK);
  await colours.getByRole('link', { name: 'System' }).click();
  await expect(page).not.toHaveURL(/\/dark/);
  expect(await paperOf(page)).toBe(LIGHT);
});

test('light stays on a dark device, with browser chrome of the same colour, and paper is white in both', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/light');
  expect(await paperOf(page)).toBe(LIGHT);
  expect(await schemeOf(page)).toBe('light');
  await expect(page.locator('meta[name=theme-color]')).toHaveCount(1);
  await expect(page.locator('meta[name=theme-color]')).toHaveAttribute('content', '#fffdf9');
  for (const path of ['/light', '/dark', '/']) {
    await page.goto(path);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await paperOf(page), path).toBe('rgb(255, 255, 255)');
    await expect(page.getByTestId('colour-switch'), path).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
  }
});

test('search engines and shared links get the one canonical address of a page', async ({ request, site }) => {
  const addressesAt = async (path: string) => {
    const { document } = await pageAt(request, path);
    expect(document.querySelector('meta[name=robots]'), path).toBeNull();
    // The page about giving the post away is a page of the site, in the reader's colours like all others.
    const all = document.querySelectorAll(
      'link[rel=canonical], link[rel=alternate], meta[property="og:url"], [data-part="share"] :is(a:not([href$="/reuse"]), input)',
    );
    return Array.from(all, (element) =>
      ['href', 'content', 'value'].map((name) => element.getAttribute(name)).join(''),
    );
  };
  for (const slug of liveSlugs(site, "kind = 'post'")) {
    const plain = await addressesAt(`/${slug}`);
    expect(plain.length).toBeGreaterThan(8);
    expect(await addressesAt(`/dark/${slug}`)).toEqual(plain);
  }
});

test('colours have no feeds, copies or other editions of their own', async ({ site, request }) => {
  const [slug = ''] = liveSlugs(site, "kind = 'post'");
  for (const [asked, led] of [
    ['/dark/feed.xml', '/feed.xml'],
    [`/light/${slug}/copy.html`, `/${slug}/copy.html`],
  ] as const) {
    const answer = await request.get(asked, { maxRedirects: 0 });
    expect(answer.status(), asked).toBe(301);
    expect(answer.headers().location).toBe(led);
  }
  for (const path of ['/dark/dark', '/dark/text', '/light/nothing-is-here', '/dark/admin'])
    expect((await request.get(path)).status(), path).toBe(404);
  const copy = await (await request.get(`/${slug}/copy.html`)).text();
  expect(copy).not.toContain('data-part="colour-switch"');
  expect(await (await request.get(`/text/${slug}`)).text()).not.toContain('System');
});

/** Returns every colour on the page, element by element. */
const paintOf = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('body, body *:not([data-part="colour-switch"] *)'), (element) => {
      const { backgroundColor, borderTopColor, color, fill } = getComputedStyle(element);
      return `${element.localName} ${backgroundColor} ${borderTopColor} ${color} ${fill}`;
    }),
  );

for (const [colours, device] of [
  ['light', 'dark'],
  ['dark', 'light'],
] as const) {
  // Other tests check every page in that scheme with axe.
  test(`${colours} chosen on a device that is ${device} has the colours of a device that is ${colours}`, async ({
    page,
    site,
  }) => {
    for (const path of kindsOfPages(site).filter((_, index) => index % 4 === 0)) {
      await page.emulateMedia({ colorScheme: colours });
      await page.goto(path);
      const followed = await paintOf(page);
      await page.emulateMedia({ colorScheme: device });
      await page.goto(`/${colours}${path === '/' ? '' : path}`);
      await expect(page.locator('html')).toHaveAttribute('data-colours', colours);
      expect(await paintOf(page), path).toEqual(followed);
    }
    expect(await findings(page)).toEqual([]);
  });
}
