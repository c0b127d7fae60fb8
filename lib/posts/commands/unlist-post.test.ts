import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { posts } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { findFeed } from '@/lib/formats/feeds/find-feed';
import { renderSitemapPart } from '@/lib/formats/feeds/sitemap';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findMissing } from '../missing';
import { findNeighbours } from '../neighbours';
import { findPublishedPost, listPublishedPosts } from '../queries';
import { searchPosts } from '../search-posts';
import { changeSlug } from './change-slug';
import { correctPost } from './correct-post';
import { linkTranslation } from './link-translation';
import { publishPost } from './publish-post';
import { purgePost } from './purge-post';
import { relistPost, unlistPost } from './unlist-post';
import { withdrawPost } from './withdraw-post';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const at = (now: number) => ({ actor: OPERATOR, now });
const SITE_URL = 'https://example.org';

/** Builds an unlisted post among others of its topic and author, and the page of one of them. */
function build() {
  const { topicId } = buildTopic(site.db);
  const { authorId } = buildAuthor(site.db);
  const shared = { topicIds: [topicId], byline: [{ authorId, name: 'A' }] };
  const loud = buildPost(site.db, { slug: 'loud', text: 'A bridge.', now: 1000, ...shared });
  const quiet = buildPost(site.db, { slug: 'quiet', text: 'A bridge.', now: 2000, ...shared });
  return { topicId, authorId, loud, quiet };
}

/** Returns every place where the unlisted post could appear. */
function placesOf({ topicId, authorId }: { topicId: number; authorId: number }): string[] {
  const loud = findPublishedPost(site.db, 'loud');
  if (!loud) throw new Error('the loud post is missing');
  const { previous, next, related } = findNeighbours(site.db, loud);
  const slugs: [string, (string | undefined)[]][] = [
    ['list', listPublishedPosts(site.db, {}).posts.map(({ slug }) => slug)],
    ['topic', listPublishedPosts(site.db, { topicId }).posts.map(({ slug }) => slug)],
    ['author', listPublishedPosts(site.db, { authorId }).posts.map(({ slug }) => slug)],
    ['search', searchPosts(site.db, { q: 'bridge', page: 1, perPage: 9 }).hits.map(({ post }) => post.slug)],
    ['feed', findFeed(site.db, { kind: 'site' }, SITE_URL)?.posts.map(({ slug }) => slug) ?? []],
    ['neighbours', [previous, next, ...related].map((link) => link?.slug)],
    ['translations', loud.translations.map(({ slug }) => slug)],
  ];
  const inLists = slugs.filter(([, found]) => found.includes('quiet')).map(([place]) => place);
  const inSitemap = renderSitemapPart(site.db, 'posts-1.xml', SITE_URL)?.includes('/quiet') ?? false;
  return inSitemap ? [...inLists, 'sitemap'] : inLists;
}

test('an unlisted post can be read at its address and appears nowhere until it is listed again', () => {
  const { quiet, ...owners } = build();
  const everywhere = ['list', 'topic', 'author', 'search', 'feed', 'neighbours', 'sitemap'];
  expect(placesOf(owners)).toEqual(everywhere);
  requireValue(unlistPost(site.db, { postId: quiet.postId }, at(3000)));
  expect(placesOf(owners)).toEqual([]);
  expect(findPublishedPost(site.db, 'quiet')).toMatchObject({ isUnlisted: true, wordCount: 2 });
  requireValue(relistPost(site.db, { postId: quiet.postId }, at(4000)));
  expect(placesOf(owners)).toEqual(everywhere);
  expect(findPublishedPost(site.db, 'quiet')).toMatchObject({ isUnlisted: false, publishedAt: 2000 });
});

test('the translation of an unlisted post does not link to it', () => {
  const { loud } = build();
  const km = buildPost(site.db, { slug: 'khmer', language: 'km' });
  const link = { postId: km.postId, translationOfPostId: loud.postId };
  requireValue(linkTranslation(site.db, link, at(3000)));
  requireValue(unlistPost(site.db, { postId: km.postId }, at(3000)));
  expect(findPublishedPost(site.db, 'loud')?.translations).toEqual([]);
  expect(findPublishedPost(site.db, 'khmer')?.translations).toMatchObject([{ slug: 'loud' }]);
});

test('a former address of an unlisted post redirects to it, and its new text stays unlisted', () => {
  const { quiet, ...owners } = build();
  requireValue(unlistPost(site.db, { postId: quiet.postId }, at(3000)));
  requireValue(changeSlug(site.db, { postId: quiet.postId, slug: 'still' }, at(3000)));
  expect(findMissing(site.db, '/quiet')).toEqual({ kind: 'redirect', location: '/still' });
  requireValue(publishPost(site.db, { postId: quiet.postId, draftVersion: quiet.version }, at(4000)));
  expect(findPublishedPost(site.db, 'still')?.isUnlisted).toBe(true);
  expect(placesOf(owners)).toEqual([]);
});

test('feeds report a change when a post is unlisted', () => {
  const { quiet } = build();
  requireValue(unlistPost(site.db, { postId: quiet.postId }, at(9000)));
  expect(site.db.select().from(posts).where(eq(posts.id, quiet.postId)).get()?.updatedAt).toBe(9000);
});

test('an unlisted post is public: it can be corrected and withdrawn, but not deleted', () => {
  const { quiet } = build();
  const postId = quiet.postId;
  requireValue(unlistPost(site.db, { postId }, at(3000)));
  expect(correctPost(site.db, { postId, note: 'Two bridges.' }, at(3000)).ok).toBe(true);
  expect(purgePost(site.db, { postId }, at(3000))).toMatchObject({ code: 'conflict' });
  expect(unlistPost(site.db, { postId }, at(3000))).toMatchObject({ code: 'conflict' });
  expect(withdrawPost(site.db, { postId }, at(3000)).ok).toBe(true);
  expect(findMissing(site.db, '/quiet')).toEqual({ kind: 'gone' });
});

test('a post in the bin answers 410 if readers ever had it, and 404 otherwise', () => {
  const { quiet } = build();
  const never = buildPost(site.db, { status: 'draft', slug: 'never' });
  for (const { postId } of [quiet, never]) {
    site.db.update(posts).set({ status: 'binned' }).where(eq(posts.id, postId)).run();
  }
  expect(findPublishedPost(site.db, 'quiet')).toBeNull();
  expect(findMissing(site.db, '/quiet')).toEqual({ kind: 'gone' });
  expect(findMissing(site.db, '/never')).toEqual({ kind: 'missing' });
});
