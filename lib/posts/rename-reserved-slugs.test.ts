import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit, posts } from '@/db/schema';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findPublishedPost } from './queries';
import { rebuildPosts } from './rebuild';
import { renameReservedSlugs } from './rename-reserved-slugs';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

/** Builds a post at an address that was not reserved when the post was created. */
function postAt(slug: string, overrides: Parameters<typeof buildPost>[1] = {}) {
  const { postId } = buildPost(site.db, { ...overrides, slug: `${slug}-once` });
  site.db.update(posts).set({ slug }).where(eq(posts.id, postId)).run();
  return postId;
}
const slugOf = (postId: number) => site.db.select().from(posts).where(eq(posts.id, postId)).get()?.slug;

test('a post whose address the site has since taken gets a new one', () => {
  const light = postAt('light', { headline: 'Light' });
  const draft = postAt('series', { headline: 'A series of draws', status: 'draft' });
  const other = postAt('light-2', { headline: 'Light again' });
  expect(renameReservedSlugs(site.db, 5)).toEqual([
    { headline: 'Light', from: 'light', to: 'light-3' },
    { headline: 'A series of draws', from: 'series', to: 'series-2' },
  ]);
  expect(findPublishedPost(site.db, 'light-3')?.id).toBe(light);
  expect(slugOf(draft)).toBe('series-2');
  expect(slugOf(other)).toBe('light-2');
  const told = site.db.select().from(audit).where(eq(audit.command, 'leaveReservedSlug')).all();
  expect(told.map(({ postId, userId }) => [postId, userId])).toEqual([
    [light, null],
    [draft, null],
  ]);
});

test('readers’ pages are rendered again, and a second start changes nothing', async () => {
  const version = () => site.db.$client.prepare('select content_version from site').pluck().get();
  postAt('dark');
  const before = version();
  renameReservedSlugs(site.db, 5);
  const after = version();
  expect(after).not.toBe(before);
  expect(renameReservedSlugs(site.db, 6)).toEqual([]);
  await rebuildPosts(site.db);
  expect(renameReservedSlugs(site.db, 7)).toEqual([]);
  expect(version()).toBe(after);
});
