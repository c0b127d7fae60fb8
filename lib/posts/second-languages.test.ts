import { afterEach, beforeEach, expect, test } from 'vitest';
import { requireValue } from '@/lib/errors';
import type { LanguageCode } from '@/lib/language/languages';
import { contextAt } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { binPost, restoreFromBin } from './commands/bin-post';
import { linkTranslation } from './commands/link-translation';
import { purgePost } from './commands/purge-post';
import { relistPost, unlistPost } from './commands/unlist-post';
import { updateSite } from './commands/update-site';
import { withdrawPost } from './commands/withdraw-post';
import { listPublishedPosts } from './queries';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = contextAt(400 * DAY_MS);

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const build = (slug: string, language: LanguageCode, day = 10) =>
  buildPost(site.db, { slug, language, now: day * DAY_MS }).postId;
const link = (postId: number, translationOfPostId: number | null) =>
  requireValue(linkTranslation(site.db, { postId, translationOfPostId }, NOW));

/** Returns the addresses of a list of all languages, and how many it says there are. */
function listed(): [slugs: string[], total: number] {
  const { posts, total } = listPublishedPosts(site.db, { isOnce: true });
  return [posts.map(({ slug }) => slug), total];
}

test('a list of all languages has a translated post once, in the first language of the settings', () => {
  const english = build('river', 'en');
  const khmer = build('tonle', 'km', 300);
  build('other', 'km', 5);
  expect(listed()).toEqual([['tonle', 'river', 'other'], 3]);
  link(khmer, english);
  expect(listed()).toEqual([['river', 'other'], 2]);
  const languages: LanguageCode[] = ['km', 'en'];
  const row = site.db.query.site.findFirst().sync();
  if (!row) throw new Error('There are no settings.');
  const { id: _id, contentVersion: _version, ...settings } = row;
  requireValue(updateSite(site.db, { ...settings, languages }, NOW));
  expect(listed()).toEqual([['tonle', 'other'], 2]);
  link(khmer, null);
  expect(listed()).toEqual([['tonle', 'river', 'other'], 3]);
});

test('a translation takes the place of a version that lists lose, until it is back', () => {
  const english = build('river', 'en');
  link(build('tonle', 'km', 20), english);
  const both = (isListed: boolean) => expect(listed()).toEqual([[isListed ? 'river' : 'tonle'], 1]);
  both(true);
  requireValue(unlistPost(site.db, { postId: english }, NOW));
  both(false);
  requireValue(relistPost(site.db, { postId: english }, NOW));
  both(true);
  requireValue(binPost(site.db, { postId: english }, NOW));
  both(false);
  requireValue(restoreFromBin(site.db, { postId: english }, NOW));
  requireValue(withdrawPost(site.db, { postId: english }, NOW));
  both(false);
  requireValue(binPost(site.db, { postId: english }, NOW));
  requireValue(purgePost(site.db, { postId: english }, NOW));
  both(false);
});

test('a row of a list names the versions in other languages that lists lead to', () => {
  const english = build('river', 'en');
  const khmer = build('tonle', 'km');
  link(khmer, english);
  const translations = () =>
    listPublishedPosts(site.db, { language: 'en' }).posts.map((post) => post.translations);
  expect(translations()).toEqual([[{ language: 'km', slug: 'tonle' }]]);
  requireValue(unlistPost(site.db, { postId: khmer }, NOW));
  expect(translations()).toEqual([[]]);
});
