import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  test as base,
  type Cookie,
  expect,
  type Page,
} from '@playwright/test';
import { type Db, openDatabase } from '@/db/client';
import { requireValue } from '@/lib/errors';
import { createPost } from '@/lib/posts/commands/create-post';
import { contextAt } from '@/tools/testing/actors';
import { buildPost, buildTopic, type PostOverrides } from '@/tools/testing/factories';
import { beginAgain, ownerStateFile } from './beginnings';
import { Publication } from './publication';
import { SharedBrowser } from './shared-browser';

export { expect } from '@playwright/test';
export { OWNER } from '@/tools/running/owner';
export { setUp, signIn } from './owner';

/** How a test accesses a publication directly from the test process, without the browser. */
export interface Site {
  url: string;
  publication: Publication;
  db: Db;
  /** Creates an empty post of the owner's, as “New post” does. @returns its id. */
  newPost(): number;
  buildPost(overrides?: PostOverrides): { id: number; slug: string };
  buildTopic(name?: string): { topicId: number };
}

interface TestFixtures {
  /** The owner's page, signed in; it fails the test on any console error. */
  admin: Page;
  /** The owner's page in a separate renderer process, so that it can crash without the others. */
  alone: Page;
  /** The owner's page in another browser, which stores nothing that the first one does. */
  device: Page;
  /** Statuses with which the tests of a file are refused on purpose, besides those that every test may meet. */
  refusedWith: number[];
  /** Removes what the previous test left in the publication. */
  anew: undefined;
}

interface WorkerFixtures {
  site: Site;
  /** The cookies of the signed-in owner. */
  ownerState: Awaited<ReturnType<BrowserContext['storageState']>>;
  ownersBrowser: SharedBrowser;
  deviceBrowser: SharedBrowser;
  readersBrowser: SharedBrowser;
}

/** Publications that a test has used. */
const used = new WeakSet<Site>();

/**
 * One publication per worker. Each test gets it as it was after its first start, with the samples and the owner; `page`
 * is a reader's and fails the test on any console error.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    async ({ browserName: _browserName }, use) => {
      const publication = await Publication.start('owner');
      const db = openDatabase(join(publication.dataDir, 'broadside.db'));
      await use(siteOf(publication, db));
      db.$client.close();
      await publication.dispose();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  ownerState: [
    async ({ browserName: _browserName }, use) => use(JSON.parse(readFileSync(ownerStateFile(), 'utf8'))),
    { scope: 'worker' },
  ],
  ownersBrowser: [sharedBrowser, { scope: 'worker' }],
  deviceBrowser: [sharedBrowser, { scope: 'worker' }],
  readersBrowser: [sharedBrowser, { scope: 'worker' }],
  anew: [
    async ({ site }, use) => {
      if (used.has(site)) await beginAgain(site.db);
      used.add(site);
      await use(undefined);
    },
    { auto: true },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  refusedWith: [[], { option: true }],
  page: async ({ readersBrowser, refusedWith }, use) => usePage(readersBrowser, { refusedWith }, use),
  alone: async ({ browser, site, ownerState }, use) => {
    const context = await browser.newContext({ baseURL: site.url, storageState: ownerState });
    await use(await context.newPage());
    await context.close();
  },
  admin: async ({ ownersBrowser, ownerState: { cookies }, refusedWith }, use) =>
    usePage(ownersBrowser, { cookies, refusedWith }, use),
  device: async ({ deviceBrowser, ownerState: { cookies }, refusedWith }, use) =>
    usePage(deviceBrowser, { cookies, refusedWith }, use),
});

/**
 * Chromium itself writes to the console when a test requests a 404, is refused a picture, fills the disk or goes offline; and the trace recorder reads pictures of the page that cannot be shown.
 */
const ASKED_FOR =
  /Failed to load resource: (the server responded with a status of (404|410|422|503)|net::ERR_)|^Connecting to 'blob:/;

async function sharedBrowser(
  { browser, site }: { browser: Browser; site: Site },
  use: (shared: SharedBrowser) => Promise<void>,
) {
  const shared = await SharedBrowser.open(browser, site.url);
  await use(shared);
  await shared.close();
}

async function usePage(
  browser: SharedBrowser,
  { cookies, refusedWith }: { cookies?: Cookie[]; refusedWith: number[] },
  use: (page: Page) => Promise<void>,
) {
  const page = await browser.newPage(cookies);
  const errors = watchErrors(page, refusedWith);
  await use(page);
  await browser.leaveNothing();
  expect(errors).toEqual([]);
}

function watchErrors(page: Page, refusedWith: number[]): string[] {
  const isAskedFor = (text: string) =>
    ASKED_FOR.test(text) || refusedWith.some((status) => text.includes(`with a status of ${status} `));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAskedFor(message.text())) errors.push(message.text());
  });
  return errors;
}

function siteOf(publication: Publication, db: Db): Site {
  return {
    url: publication.url,
    publication,
    db,
    newPost: () => {
      const userId = Number(db.$client.prepare("select id from users where role = 'owner'").pluck().get());
      return requireValue(createPost(db, {}, contextAt(Date.now(), userId))).postId;
    },
    buildTopic: (name) => buildTopic(db, name),
    buildPost: (overrides) => {
      const { postId } = buildPost(db, overrides);
      const slug = db.$client.prepare('select slug from posts where id = ?').pluck().get(postId);
      return { id: postId, slug: String(slug) };
    },
  };
}

/** Returns slugs, percent-encoded, of live posts: the samples contain every kind of block. @param condition in SQL. */
export function liveSlugs(site: Site, condition: string): string[] {
  const asked = `select slug from posts where status = 'published' and ${condition}`;
  return (site.db.$client.prepare(asked).pluck().all() as string[]).map(encodeURIComponent);
}

/** Collects the addresses of everything that a page requests from now on. */
export function askedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
}
