import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Db, openDatabase } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { putIntoSeries } from '@/lib/series/arrange-parts';
import { buildAuthor, buildPost, buildSeries, buildTopic } from '@/tools/testing/factories';
import { planOf } from '@/tools/testing/query-plans';
import { expect, test } from './fixtures';
import { Publication } from './publication';

const KB = 1000;
const STATEMENTS_FOR_A_PAGE = 8;
/** A feed contains whole posts and the date of its last change. */
const STATEMENTS_FOR_A_FEED = 9;
const WORDS = 'The council met at dusk, and nobody there asked what a bridge is for. ';
const KHMER = 'ក្រុមប្រឹក្សាបានជួបប្រជុំនៅពេលព្រលប់ ហើយគ្មាននរណាសួរថាស្ពានមានប្រយោជន៍អ្វីឡើយ។ ';

/** Records everything that a first visit to a page fetches, with the bytes sent over the network. */
async function visit(page: Page, path: string, isThere: () => Promise<void> = async () => {}) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  const bytes = new Map<string, number>();
  const types = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.set(requestId, encodedDataLength),
  );
  await page.goto(path);
  await isThere();
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(() => [...types.keys()].filter((id) => !bytes.has(id)).length).toBe(0);
  await session.detach();
  const sum = (type: string) =>
    [...types].filter(([, it]) => it === type).reduce((total, [id]) => total + (bytes.get(id) ?? 0), 0);
  return { requests: types.size, fonts: sum('Font'), scripts: sum('Script'), styles: sum('Stylesheet') };
}

test('an article stays within its budget of bytes and requests, in both scripts', async ({
  page,
  site,
  request,
}) => {
  const english = site.buildPost({ headline: 'A long English piece', text: WORDS.repeat(65) });
  const khmer = site.buildPost({ headline: 'អត្ថបទវែង', language: 'km', text: KHMER.repeat(40) });
  for (const [slug, fontBudget] of [
    [english.slug, 60 * KB],
    [encodeURIComponent(khmer.slug), 100 * KB],
  ] as const) {
    const html = await request.get(`/${slug}`, { headers: { 'accept-encoding': 'br' } });
    expect(html.headers()['content-encoding']).toBe('br');
    expect(Number(html.headers()['content-length'])).toBeLessThanOrEqual(14 * KB);
    const fetched = await visit(page, `/${slug}`);
    expect(fetched).toMatchObject({ scripts: 0, styles: 0 });
    expect(fetched.fonts, slug).toBeLessThanOrEqual(fontBudget);
    expect(fetched.fonts, slug).toBeGreaterThan(10 * KB);
    expect(fetched.requests, slug).toBeLessThanOrEqual(3);
  }
});

test('the editor loads no more script than its budget', async ({ admin, site }) => {
  const { id } = site.buildPost({ status: 'draft', text: WORDS });
  // The largest case: the panel is open next to the text.
  await admin.setViewportSize({ width: 1280, height: 800 });
  const { scripts } = await visit(admin, `/admin/posts/${id}`, async () => {
    await expect(admin.getByRole('textbox', { name: 'Headline' })).toBeEditable();
    await admin.waitForLoadState('networkidle');
  });
  expect(scripts).toBeLessThanOrEqual(300 * KB);
  expect(scripts).toBeGreaterThan(200 * KB);
});

test('a front page in both scripts loads no more fonts than a Khmer page may', async ({ page, site }) => {
  site.buildPost({ headline: 'A headline' });
  site.buildPost({ headline: 'ចំណងជើង', language: 'km' });
  const { fonts } = await visit(page, '/');
  expect(fonts).toBeLessThanOrEqual(100 * KB);
  expect(fonts).toBeGreaterThan(60 * KB);
});

test('no reader page runs more SQL statements than its budget, however many posts there are', async () => {
  const recorder = join(process.cwd(), 'e2e/record-statements.cjs');
  const publication = await Publication.start('samples', { NODE_OPTIONS: `--require ${recorder}` });
  const db = openDatabase(join(publication.dataDir, 'broadside.db'));
  try {
    const { topicId } = buildTopic(db, 'Rivers');
    const { authorId } = buildAuthor(db, 'Sok Chan');
    const { seriesId } = buildSeries(db, 'Bridges');
    const fill = (count: number) => {
      for (let n = 0; n < count; n += 1) buildIn(db, { topicId, authorId, seriesId });
    };
    fill(30);
    const few = await statementsByPage(publication);
    fill(80);
    // Otherwise the cache would first run the queries of the pages that it has, to find out whether they changed.
    await publication.stop();
    await publication.resume();
    const many = await statementsByPage(publication);
    for (const [path, statements] of Object.entries(many)) {
      expect(statements.length, `${path}: ${statements.join('\n')}`).toBeLessThanOrEqual(
        /\/feed\.|atom/.test(path) ? STATEMENTS_FOR_A_FEED : STATEMENTS_FOR_A_PAGE,
      );
      expect(statements.length, path).toBeLessThanOrEqual(few[path]?.length ?? 0);
      // The sitemap contains every post, so it is read whole.
      if (path.startsWith('/sitemap')) continue;
      for (const sql of statements) expect(isIndexed(planOf(db, sql)), `${path}: ${sql}`).toBe(true);
    }
  } finally {
    db.$client.close();
    await publication.dispose();
  }
});

test('a letter beyond ASCII does not double the memory of the server’s code', () => {
  const folder = join(process.env.RELEASE_DIR ?? '', 'server');
  const code = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  expect(code.length).toBeGreaterThan(5);
  for (const name of code) expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/[^\0-\x7f]/);
});

interface Places {
  topicId: number;
  authorId: number;
  seriesId: number;
}

function buildIn(db: Db, { topicId, authorId, seriesId }: Places) {
  const byline = [{ authorId, name: 'Sok Chan' }];
  const { postId } = buildPost(db, { text: WORDS, topicIds: [topicId], byline });
  requireValue(putIntoSeries(db, { postId, seriesId }, { actor: OPERATOR, now: Date.now() }));
}

const PAGES = [
  '/',
  '/page/2',
  '/en',
  '/topics',
  '/topics/rivers',
  '/km/topics',
  '/km/topics/rivers',
  '/km/archive',
  '/km/search?q=bridge',
  '/series',
  '/series/bridges',
  '/authors/sok-chan',
  '/archive',
  '/recordings',
  '/search?q=bridge',
  '/feed.xml',
  '/topics/rivers/feed.xml',
  '/series/bridges/feed.xml',
  '/sitemap.xml',
  '/sitemap/posts-1.xml',
  '/feeds/about/topics/rivers/feed.xml',
  '/manifest.webmanifest',
];

/** Returns false for a list of posts that SQLite reads whole or that no index puts in order. */
function isIndexed(plan: string): boolean {
  if (/^SCAN (posts|revisions|media|drafts)$/m.test(plan)) return false;
  return !/^\w+ (posts|topic_posts|author_posts) USING (COVERING )?INDEX.*ORDER BY/s.test(plan);
}

/**
 * The statements of the reader cache before any page is rendered, the look-up of a slug before Next is asked, and the
 * watch over the publication.
 */
const NOT_OF_PAGES =
  /^PRAGMA data_version|^SELECT content_version|^select "id" from "posts" where \("posts"."slug" = \?|"program_notes"/;

/** Returns the statements that each page runs when none of it is cached. */
async function statementsByPage(publication: Publication): Promise<Record<string, string[]>> {
  const db = openDatabase(join(publication.dataDir, 'broadside.db'));
  const { postId } = buildPost(db, { headline: 'The newest of them', text: WORDS });
  const part = String(db.$client.prepare('select slug from posts where series_part = 2').pluck().get());
  const slug = String(db.$client.prepare('select slug from posts where id = ?').pluck().get(postId));
  db.$client.close();
  const month = new Date().toISOString().slice(0, 7).replace('-', '/');
  const found: Record<string, string[]> = {};
  const clock = await recordedDuring(publication, () => clockWentRound(publication));
  const places = [
    ...PAGES,
    `/${slug}`,
    `/${encodeURIComponent(part)}`,
    `/archive/${month}`,
    `/archive/${month.slice(0, 4)}`,
    `/${slug}/reuse`,
  ];
  for (const path of places) {
    const ran = await recordedDuring(publication, async () => {
      expect((await fetch(publication.url + path)).status, path).toBe(200);
    });
    const key = path.replace(`/${slug}`, 'a post').replace(`/${encodeURIComponent(part)}`, 'a part');
    found[key] = ran.filter((sql) => !clock.includes(sql) && !NOT_OF_PAGES.test(sql));
  }
  return found;
}

/** Waits until the process has checked its schedule more than once; after that it starts nothing new on its own. */
async function clockWentRound(publication: Publication): Promise<void> {
  await expect.poll(() => mostOften(recorded(publication))).toBeGreaterThanOrEqual(3);
}

function mostOften(statements: string[]): number {
  const counts = new Map<string, number>();
  for (const sql of statements) counts.set(sql, (counts.get(sql) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

async function recordedDuring(publication: Publication, work: () => Promise<unknown>): Promise<string[]> {
  writeFileSync(publication.statementsFile, '');
  await work();
  return recorded(publication);
}

function recorded(publication: Publication): string[] {
  if (!existsSync(publication.statementsFile)) return [];
  const lines = readFileSync(publication.statementsFile, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as string);
}
