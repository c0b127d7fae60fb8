import { afterEach, beforeEach, expect, test } from 'vitest';
import { postPath } from '@/lib/addresses';
import { requireValue } from '@/lib/errors';
import { answerFeed } from '@/lib/formats/feeds/answer-feed';
import { binPost } from '@/lib/posts/commands/bin-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { withdrawPost } from '@/lib/posts/commands/withdraw-post';
import { emptyWriting } from '@/lib/posts/fields';
import { findMissing } from '@/lib/posts/missing';
import { findPublishedPost } from '@/lib/posts/queries';
import { contextAt } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { servePublication } from '@/tools/testing/served-publication';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { pageLookUp } from './has-page';
import { RouteTable } from './route-table';
import { ROUTES } from './routes';

const SITE = 'http://localhost:3000';
const NOW = Date.UTC(2026, 10, 5);
/** Every kind of answer that can contain words of a post. */
const PLACES = ['/', '/ferry', '/text/ferry', '/dark/ferry', '/ferry/copy.html', '/text', '/feed.xml'];
const FEEDS = ['/feed.xml', '/feed.json', '/atom.xml'];

let site: TestSite;
let served: Awaited<ReturnType<typeof servePublication>>;
let version: number;
let fails: 'not' | 'answers 500' | 'throws';
let postId: number;
beforeEach(async () => {
  site = openTestSite();
  version = 1;
  fails = 'not';
  ({ postId } = buildPost(site.db, {
    slug: 'ferry',
    headline: 'The last ferry',
    text: 'Ferry text.',
    now: NOW,
  }));
  buildPost(site.db, { slug: 'bridge', now: NOW });
  served = await servePublication({
    currentVersion: () => version,
    hasPage: pageLookUp(site.db, new RouteTable(ROUTES), () => ['en', 'km']),
    findMissing: (path) => findMissing(site.db, path),
    answerFeed: (path) => {
      if (fails !== 'not') throw new Error('This feed is broken.');
      return answerFeed(site.db, path, SITE);
    },
    next: async ({ url }, response) => {
      if (fails === 'throws') throw new Error('Next is broken.');
      response.writeHead(fails === 'not' ? 200 : 500, { 'content-type': 'text/html' });
      response.end(pageAt(url ?? '/'));
    },
    report: () => undefined,
  });
});
afterEach(() => {
  served.close();
  site.close();
});

/** Renders a post, or the list of all, as Next would. */
function pageAt(url: string): string {
  const post = findPublishedPost(site.db, url.slice(1));
  const words = post
    ? `<article data-part="post-article" lang="en"><h1>${post.headline}</h1><p>Ferry text.</p></article>`
    : ['ferry', 'bridge'].map(listed).join('');
  return `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><main>${words}</main></body></html>`;
}

function listed(slug: string): string {
  const post = findPublishedPost(site.db, slug);
  return post ? `<a href="${postPath(slug)}">${post.headline}</a>` : '';
}

const failures = ['answers 500', 'throws'] as const;

test.each(failures)('while a post is published, older copies of it are shown when Next %s', async (how) => {
  for (const path of [...PLACES, ...FEEDS]) expect((await served.ask(path)).body, path).toContain('erry');
  const writing = { ...emptyWriting(), headline: 'Another headline' };
  requireValue(saveDraft(site.db, { postId, version: 2, writing }, contextAt(NOW)));
  version = 2;
  fails = how;
  for (const path of [...PLACES, ...FEEDS]) {
    const { status, body, headers } = await served.ask(path);
    expect({ path, status }).toEqual({ path, status: 200 });
    expect(body).toContain('erry');
    expect(headers['cache-control'], path).toBe('no-store');
  }
});

test.each([
  ['withdrawn', withdrawPost],
  ['put into the bin', binPost],
] as const)('no words of a post that was %s are shown, whatever fails', async (_what, command) => {
  for (const path of [...PLACES, ...FEEDS]) expect((await served.ask(path)).status, path).toBe(200);
  requireValue(command(site.db, { postId }, contextAt(NOW)));
  version = 2;
  for (const how of failures) {
    fails = how;
    for (const path of [...PLACES, ...FEEDS]) {
      const { status, body } = await served.ask(path);
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(body, path).not.toMatch(/last ferry|ferry text/i);
    }
  }
});

test('that a page is gone is not said any more when it is there again', async () => {
  requireValue(withdrawPost(site.db, { postId }, contextAt(NOW)));
  expect((await served.ask('/ferry')).status).toBe(410);
  site.db.$client.exec("update posts set status = 'published' where slug = 'ferry'");
  version = 2;
  fails = 'throws';
  expect((await served.ask('/ferry')).status).toBe(500);
});
