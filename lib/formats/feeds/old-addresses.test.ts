import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { posts, redirects } from '@/db/schema';
import { RouteTable } from '@/lib/serving/route-table';
import { ROUTES } from '@/lib/serving/routes';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findFormerFeed, movedFeed } from './old-addresses';

const routes = new RouteTable(ROUTES);

/** Returns where a request for the feed of a former site is redirected. */
function led(target: string): string | null {
  return routes.at(target).handler === 'former-feed' ? movedFeed(target) : null;
}

test.each([
  ['/feed', '/feed.xml'],
  ['/feed/', '/feed.xml'],
  ['/feed/rss2/', '/feed.xml'],
  ['/feed/rdf/', '/feed.xml'],
  ['/feed/atom/', '/atom.xml'],
  ['/feed/json', '/feed.json'],
  ['/comments/feed/', '/feed.xml'],
  ['/category/law/feed/', '/topics/law/feed.xml'],
  ['/category/state/law/feed/atom/', '/topics/law/atom.xml'],
  ['/tag/%E1%9E%85/feed/', '/topics/%E1%9E%85/feed.xml'],
  ['/author/dara/feed/', '/authors/dara/feed.xml'],
  ['/topics/law/feed', '/topics/law/feed.xml'],
  ['/km/feed/', '/km/feed.xml'],
  ['/km/category/law/feed/', '/topics/law/feed.xml'],
  ['/km/en/feed/', '/en/feed.xml'],
  ['/km/en/a-post/feed/', '/a-post'],
  ['/km/en/feed.php?feed=atom', '/feed.php'],
  ['/2022/10/15/a-case/feed/', '/2022/10/15/a-case'],
  ['/?feed=rss2', '/feed.xml'],
  ['/?feed=atom', '/atom.xml'],
  ['/?feed=comments-rss2', '/feed.xml'],
  ['/category/law/?feed=atom&x=1', '/topics/law/atom.xml'],
  ['/index.php?feed=rss2', '/feed.xml'],
  ['/?feed=constructor', '/feed.xml'],
  ['/constructor/a-post/feed/', '/constructor/a-post'],
])('%s of a WordPress site is now %s', (from, to) => {
  expect(led(from)).toBe(to);
});

test.each([
  '/',
  '/feeds',
  '/feed.xml',
  '/feeding',
  '/a-feed',
  '/search?q=feed',
  '/admin/feed',
  '//feed.example',
])('%s is not a feed of a former site', (target) => {
  expect(led(target)).toBeNull();
});

test('no address redirects to another site', () => {
  for (const target of ['//evil.example/feed/', '/category//evil.example/feed/', '/\\evil.example/feed/'])
    expect(led(target) ?? '/').toMatch(/^\/(?![/\\])/);
});

/** So long that work quadratic in the length takes minutes and exceeds any test's timeout. */
const LONG = 400_000;
test.each([
  ['slashes', `${'/'.repeat(LONG)}a?feed=1`, '/a'],
  ['languages', `/${'km/'.repeat(LONG)}feed`, '/km/feed.xml'],
  ['feeds within feeds', `${'/feed'.repeat(LONG)}x`, null],
  ['slashes after a feed', `/feed${'/'.repeat(LONG)}x`, null],
])('the work is linear in the length of an address: %s', (_name, target, place) => {
  expect(led(target)).toBe(place);
});

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

test('the feed of what exists redirects; there is none of what never existed or is gone', () => {
  const { db } = site;
  buildTopic(db, 'Law');
  buildAuthor(db, 'Dara');
  const { postId } = buildPost(db, { slug: 'ស្ពាន' });
  db.insert(redirects).values({ path: '/2022/10/15/a-case', postId }).run();
  const gone = buildPost(db, { slug: 'over' });
  db.update(posts).set({ status: 'withdrawn' }).where(eq(posts.id, gone.postId)).run();
  buildPost(db, { slug: 'unready', status: 'draft' });
  const found = (target: string) => {
    const answer = findFormerFeed(db, target);
    return answer.kind === 'redirect' ? answer.location : answer.kind;
  };
  const post = `/${encodeURIComponent('ស្ពាន')}`;
  const answers = {
    '/feed/atom/': '/atom.xml',
    '/km/feed/': '/km/feed.xml',
    '/category/state/law/feed/': '/topics/law/feed.xml',
    '/author/dara/feed/': '/authors/dara/feed.xml',
    [`${post}/feed/`]: post,
    '/2022/10/15/a-case/feed/': post,
    '/tag/nothing/feed/': 'missing',
    '/author/nobody/feed/': 'missing',
    '/fr/feed/': 'missing',
    '/some-post/feed': 'missing',
    '/some-post/?feed=rss2': 'missing',
    '/%E1%9E/feed/': 'missing',
    '/unready/feed/': 'missing',
    '/over/feed/': 'gone',
  };
  for (const [target, answer] of Object.entries(answers)) expect(found(target), target).toBe(answer);
});
