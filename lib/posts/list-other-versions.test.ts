import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { posts } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { contextAt } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { binPost } from './commands/bin-post';
import { linkTranslation } from './commands/link-translation';
import { listOtherVersions } from './list-other-versions';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

function buildPair() {
  const { postId: english } = buildPost(site.db, { language: 'en' });
  const { postId: khmer } = buildPost(site.db, { language: 'km', status: 'draft' });
  requireValue(linkTranslation(site.db, { postId: khmer, translationOfPostId: english }, contextAt(1)));
  return { english, khmer };
}

test('each version leads to the other, also a draft; posts without another version have none', () => {
  const { english, khmer } = buildPair();
  const { postId: alone } = buildPost(site.db);
  const versions = new Map([
    [english, [{ postId: khmer, language: 'km' }]],
    [khmer, [{ postId: english, language: 'en' }]],
  ]);
  expect(listOtherVersions(site.db, [alone, english, khmer])).toEqual(versions);
  expect(listOtherVersions(site.db, [])).toEqual(new Map());
});

test('a version in the bin, or of somebody whose posts the person does not see, is left out', () => {
  const { english, khmer } = buildPair();
  const author = buildUser(site.db, { role: 'author' });
  expect(listOtherVersions(site.db, [english], author).size).toBe(0);
  site.db.update(posts).set({ createdBy: author }).where(eq(posts.id, khmer)).run();
  expect(listOtherVersions(site.db, [english], author).size).toBe(1);
  requireValue(binPost(site.db, { postId: khmer }, contextAt(2)));
  expect(listOtherVersions(site.db, [english]).size).toBe(0);
});
