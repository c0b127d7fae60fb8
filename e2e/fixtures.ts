import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type Db, openDatabase } from '@/db/client';
import { buildPost, buildTopic, type PostOverrides } from '@/lib/testing/factories';
import { Publication } from './publication';

export { expect } from '@playwright/test';

export const OWNER = { email: 'owner@example.org', passphrase: 'a calm river in the rain', name: 'Dara Lim' };

/** What a test does to a publication behind the browser's back, from this other process. */
export interface Site {
  url: string;
  publication: Publication;
  db: Db;
  buildPost(overrides?: PostOverrides): { id: number; slug: string };
  buildTopic(name?: string): { topicId: number };
}

interface WorkerFixtures {
  site: Site;
  /** Cookies of the signed-in owner. */
  ownerState: Awaited<ReturnType<import('@playwright/test').BrowserContext['storageState']>>;
}

/** One publication per worker; `page` is a reader's and fails the test on any console error. */
export const test = base.extend<{ admin: Page }, WorkerFixtures>({
  site: [
    async ({ browserName: _browserName }, use) => {
      const publication = await Publication.start();
      const db = openDatabase(join(publication.dataDir, 'broadside.db'));
      await use(siteOf(publication, db));
      db.$client.close();
      await publication.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  ownerState: [
    async ({ site, browser }, use) => {
      const page = await browser.newPage({ baseURL: site.url });
      await setUp(page, site.publication.setupLink());
      const state = await page.context().storageState();
      await page.close();
      await use(state);
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  page: async ({ page }, use) => {
    const errors = watchErrors(page);
    await use(page);
    expect(errors).toEqual([]);
  },
  admin: async ({ browser, site, ownerState }, use) => {
    const context = await browser.newContext({ baseURL: site.url, storageState: ownerState });
    const page = await context.newPage();
    const errors = watchErrors(page);
    await use(page);
    await context.close();
    expect(errors).toEqual([]);
  },
});

/** Makes the owner's account at the one-time link, and names the publication. */
export async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel(/publication/i).fill('The Lamp');
  await page.getByLabel(/your name/i).fill(OWNER.name);
  await page.getByLabel(/e-?mail/i).fill(OWNER.email);
  await page
    .getByLabel(/passphrase/i)
    .first()
    .fill(OWNER.passphrase);
  await page.getByLabel('ខ្មែរ', { exact: true }).check();
  await page.getByLabel('Time zone').selectOption('Asia/Phnom_Penh');
  await page.getByRole('button').first().click();
  await page.waitForURL(/\/admin$/);
}

/**
 * Chromium itself writes to the console when a test asks for a 404, is refused a picture, finds a disk full, or
 * takes the network away; and the recorder of traces reads pictures of the page that cannot be shown.
 */
const ASKED_FOR =
  /Failed to load resource: (the server responded with a status of (404|410|422|503)|net::ERR_)|^Connecting to 'blob:/;

function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !ASKED_FOR.test(message.text())) errors.push(message.text());
  });
  return errors;
}

function siteOf(publication: Publication, db: Db): Site {
  return {
    url: publication.url,
    publication,
    db,
    buildTopic: (name) => buildTopic(db, name),
    buildPost: (overrides) => {
      const { postId } = buildPost(db, overrides);
      const slug = db.$client.prepare('select slug from posts where id = ?').pluck().get(postId);
      return { id: postId, slug: String(slug) };
    },
  };
}

/** Addresses, percent-encoded, of what is live: the samples hold every kind of block. @param condition in SQL. */
export function liveSlugs(site: Site, condition: string): string[] {
  const asked = `select slug from posts where status = 'published' and ${condition}`;
  return (site.db.$client.prepare(asked).pluck().all() as string[]).map(encodeURIComponent);
}

/** The addresses of everything that a page asks for from now on. */
export function askedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
}
