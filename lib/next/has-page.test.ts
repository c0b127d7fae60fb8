import { like } from 'drizzle-orm';
import type { ReactNode } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { corrections, media, mediaUses, posts } from '@/db/schema';
import { renderIn } from '@/lib/asked-language';
import { binPost } from '@/lib/posts/commands/bin-post';
import { LOOKED_UP, pageLookUp } from '@/lib/serving/has-page';
import { plainAddress } from '@/lib/serving/page-language';
import { RouteTable } from '@/lib/serving/route-table';
import { ROUTES } from '@/lib/serving/routes';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { contextAt } from '@/tools/testing/actors';
import { NotFound } from '@/tools/testing/author-requests';
import { mediaRow } from '@/tools/testing/command-table';
import { buildAuthor, buildPost, buildSeries, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

vi.mock('next/navigation', async () => (await import('@/tools/testing/author-requests')).nextNavigation());
vi.mock('./database', () => ({ database: () => site.db }));

type Module = {
  default?: (props: { params: Promise<object> }) => ReactNode | Promise<ReactNode>;
  GET?: (request: Request, props: { params: Promise<never> }) => Promise<Response>;
};
const MODULES = import.meta.glob<Module>([
  '/app/*reader*/**/page.tsx',
  '/app/share/**/route.ts',
  '/app/sitemap/**/route.ts',
]);

let site: TestSite;
beforeEach(() => {
  shareSettings(parseEnvironment({ SITE_URL: 'http://localhost:3000', DATA_DIR: '/nowhere' }));
  site = openTestSite();
  const now = Date.UTC(2026, 10, 5);
  const { seriesId } = buildSeries(site.db, 'Bridges');
  const { topicId } = buildTopic(site.db, 'Rivers');
  const author = { ...buildAuthor(site.db, 'Dara'), name: 'Dara' };
  // More than one page of each list, in English; fewer in Khmer.
  for (let n = 0; n < 21; n += 1)
    buildPost(site.db, { slug: `post-${n}`, topicIds: [topicId], byline: [author], now });
  site.db.update(posts).set({ seriesId, seriesPart: 1 }).where(like(posts.slug, 'post-%')).run();
  const correction = { postId: 1, note: 'A name was misspelt.', publishedAt: now };
  for (let n = 0; n < 31; n += 1) site.db.insert(corrections).values(correction).run();
  buildPost(site.db, { slug: 'អត្ថបទ', language: 'km', now });
  site.db
    .insert(media)
    .values({ ...mediaRow('film'), kind: 'video' })
    .run();
  for (const { id: postId } of site.db.select({ id: posts.id }).from(posts).all())
    site.db.insert(mediaUses).values({ mediaId: 'film', postId, isLive: true }).run();
  buildPost(site.db, { slug: 'about', kind: 'page', now });
  buildPost(site.db, { slug: 'unlisted', now });
  site.db.$client.exec(`update posts set status = 'unlisted' where slug = 'unlisted'`);
  buildPost(site.db, { slug: 'unfinished', status: 'draft', now });
  const { postId } = buildPost(site.db, { slug: 'binned', now });
  binPost(site.db, { postId }, contextAt(now));
});
afterEach(() => site.close());

const table = new RouteTable(ROUTES);
const PAGES = ['1', '2', '3', '0', '02', 'x', '9999999', ' 2'];
/** Languages that an address can name: one of the publication, its main one, and one that it does not use. */
const LANGUAGES = ['/km', '/en', '/fr'];
const LISTS = [
  '/recordings',
  '',
  '/en',
  '/km',
  '/fr',
  '/topics/rivers',
  '/authors/dara',
  '/series/bridges',
  '/corrections',
];
/** Addresses of every kind of row, there and not there. */
const PATHS = [
  ...['/', '/feeds', '/topics', '/series', '/archive', '/search', '/corrections', '/recordings'],
  ...[
    '/post-1',
    '/post-1/reuse',
    '/about/reuse',
    '/unfinished/reuse',
    '/en/reuse',
    '/អត្ថបទ',
    '/about',
    '/unlisted',
    '/unfinished',
    '/binned',
    '/never',
    '/Post-1',
    '/en',
    '/km',
    '/fr',
  ],
  ...['/topics/rivers', '/topics/none', '/authors/dara', '/authors/none', '/series/bridges', '/series/none'],
  ...[
    '/archive/2026',
    '/archive/2025',
    '/archive/26',
    '/archive/2026/11',
    '/archive/2026/13',
    '/archive/x/11',
  ],
  ...[
    '/archive/2026/11/page/2',
    '/archive/2026/11/page/3',
    '/archive/2026/12/page/2',
    '/archive/x/11/page/2',
  ],
  ...LISTS.flatMap((list) => PAGES.map((n) => `${list}/page/${n}`)),
  ...['/post-1/page/2', '/topics/none/page/2', '/authors/none/page/2', '/series/none/page/2'],
  ...['/feeds/about/feed.xml', '/feeds/about/km/feed.json', '/feeds/about/fr/feed.xml', '/feeds/about/none'],
  ...[
    '/feeds/about/topics/rivers/feed.xml',
    '/feeds/about/topics/none/atom.xml',
    '/feeds/about/series/bridges/feed.xml',
    '/feeds/about/series/none/feed.xml',
    '/feeds/about/a/b/c/feed.xml',
  ],
  ...['/sitemap/places.xml', '/sitemap/posts-1.xml', '/sitemap/none.xml', '/sitemap/posts-0.xml'],
  ...[
    '/share/post-1/x.png',
    '/share/unlisted/x.png',
    '/share/unfinished/x.png',
    '/share/km/x.png',
    '/share/fr/x.png',
  ],
];

test('every row with addresses that anyone can invent has a look-up', () => {
  const unlimited = ROUTES.filter(
    ({ handler, pattern, inLanguages }) =>
      /^(?:page|data)$/.test(handler) && /[:*]/.test(pattern) && inLanguages !== 'other',
  );
  expect(LOOKED_UP.toSorted()).toEqual(unlimited.map(({ pattern }) => pattern).toSorted());
  const tried = new Set(PATHS.map((path) => table.find(path).pattern));
  expect(LOOKED_UP.filter((pattern) => !tried.has(pattern))).toEqual([]);
});

test('the look-up says of every address what Next would say', async () => {
  const hasPage = pageLookUp(site.db, table, () => ['en', 'km']);
  const seen = new Map<string, Set<boolean>>();
  for (const path of PATHS) {
    const said = hasPage(path);
    expect(said, path).toBe(await nextHas(path));
    const { pattern } = table.find(path);
    seen.set(pattern, (seen.get(pattern) ?? new Set()).add(said));
  }
  for (const path of LANGUAGES.flatMap((language) => PATHS.map((plain) => language + plain))) {
    const place = plainAddress(table, path);
    if (!place?.language) continue;
    const { language, plain } = place;
    expect(hasPage(path), path).toBe(await renderIn(language, () => nextHas(plain)));
  }
  // Each kind of address was tried where there is a page, and where there is none.
  for (const pattern of LOOKED_UP)
    expect([...(seen.get(pattern) ?? [])].toSorted(), pattern).toEqual([false, true]);
});

/** Renders the page that Next has for a path. @returns whether it is there. */
async function nextHas(path: string): Promise<boolean> {
  const { pattern } = table.find(path);
  const { file, params } = moduleOf(pattern, path);
  const load = MODULES[file];
  if (!load) throw new Error(`No file of Next answers ${pattern}: ${file}`);
  const { default: Page, GET } = await load();
  if (GET) {
    const answer = await GET(new Request(`http://localhost:3000${encodeURI(path)}`), {
      params: Promise.resolve(params as never),
    });
    return answer.status !== 404;
  }
  if (!Page) throw new Error(`${file} has no page.`);
  try {
    const element = await Page({
      params: Promise.resolve(params),
      searchParams: Promise.resolve({}),
    } as never);
    const page = await renderToReadableStream(element, { onError: () => undefined });
    await page.allReady;
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

/** Finds the file under `app` of a row, and the parameters that Next reads from a path. */
function moduleOf(pattern: string, path: string) {
  const names: Record<string, string[]> = {
    '/share/:slug/:file': ['slug', 'file'],
    '/sitemap/:part': ['part'],
  };
  const isRoute = pattern in names;
  const params: Record<string, string | string[]> = {};
  const given = path.split('/').slice(1).map(encodeURIComponent);
  const folders = pattern
    .split('/')
    .slice(1)
    .map((part, at) => {
      if (part === '*') {
        params.feed = given.slice(at).map(decodeURIComponent);
        return '[...feed]';
      }
      if (!part.startsWith(':')) return part;
      params[part.slice(1)] = given[at] ?? '';
      return `[${part.slice(1)}]`;
    });
  const folder = folders.filter(Boolean).join('/');
  const file = isRoute ? `/app/${folder}/route.ts` : `/app/(reader)/${folder ? `${folder}/` : ''}page.tsx`;
  return { file, params };
}
