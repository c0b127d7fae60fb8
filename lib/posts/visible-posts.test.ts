import { globSync, readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { posts } from '@/db/schema';
import { isListed, isPublic, isUnlisted, liveRevisionIdOf, POST_STATUSES } from '@/lib/visibility';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite } from '@/tools/testing/test-site';
import { isInLists, isListedByOtherIndex, isListedPost, isPublicPost, isSeenPost } from './visible-posts';

test('a published post is public and listed, an unlisted one only public, and all others neither', () => {
  expect(POST_STATUSES.filter(isPublic)).toEqual(['published', 'unlisted']);
  expect(POST_STATUSES.filter(isListed)).toEqual(['published']);
  expect(POST_STATUSES.filter(isUnlisted)).toEqual(['unlisted']);
});

test('a post that is not public has no live revision', () => {
  const live = POST_STATUSES.filter((status) => liveRevisionIdOf({ status, liveRevisionId: 7 }) === 7);
  expect(live).toEqual(['published', 'unlisted']);
  expect(liveRevisionIdOf({ status: 'published', liveRevisionId: null })).toBeNull();
});

test('the SQL conditions find the posts that the functions name', () => {
  const site = openTestSite();
  onTestFinished(() => site.close());
  const idOf = new Map(POST_STATUSES.map((status) => [status, buildPost(site.db).postId]));
  for (const [status, id] of idOf) site.db.update(posts).set({ status }).where(eq(posts.id, id)).run();
  const found = (condition: typeof isInLists) =>
    site.db
      .select({ status: posts.status })
      .from(posts)
      .where(condition)
      .orderBy(posts.id)
      .all()
      .map(({ status }) => status);
  expect(found(isPublicPost)).toEqual(POST_STATUSES.filter(isPublic));
  for (const listed of [isListedPost, isInLists, isListedByOtherIndex])
    expect(found(listed)).toEqual(POST_STATUSES.filter(isListed));
  expect(found(isSeenPost)).toEqual(['published', 'unlisted', 'withdrawn', 'binned']);

  site.db.update(posts).set({ kind: 'page' }).run();
  expect(found(isListedPost)).toEqual(['published']);
  expect(found(isInLists)).toEqual([]);
});

test('no other code decides by a status who sees a post', () => {
  const files = globSync('{app,components,lib}/**/*.{ts,tsx}', {
    exclude: ['**/*.test.*', 'lib/visibility.ts'],
  });
  const judgement =
    /status\W{1,6}(===?|!==?|in)\W{1,3}['"](published|unlisted)['"]|\.status, ['"](published|unlisted)['"]/;
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => judgement.test(readFileSync(file, 'utf8')))).toEqual([
    // The status of a post after its changes are published, not who sees it.
    'lib/posts/commands/publish-post.ts',
  ]);
});
