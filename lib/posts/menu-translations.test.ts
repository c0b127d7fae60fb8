import { expect, test } from 'vitest';
import { requireValue } from '@/lib/errors';
import { readSite } from '@/lib/settings/site';
import { contextAt } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite } from '@/tools/testing/test-site';
import { linkTranslation } from './commands/link-translation';
import { unlistPost } from './commands/unlist-post';
import { withTranslatedMenu } from './menu-translations';

test('the menu knows the pages that it leads to in other languages', () => {
  const site = openTestSite();
  const now = contextAt(1000);
  const english = buildPost(site.db, { kind: 'page', slug: 'about', now: 1 }).postId;
  const khmer = buildPost(site.db, { kind: 'page', slug: 'អំពី', language: 'km', now: 1 }).postId;
  requireValue(linkTranslation(site.db, { postId: khmer, translationOfPostId: english }, now));
  const menuOf = (...paths: string[]) => {
    const navigation = paths.map((path) => ({ label: { en: path }, path }));
    const menu = withTranslatedMenu(site.db, { ...readSite(site.db), navigation }).navigation;
    return menu.map(({ translations }) => translations?.map(({ language, slug }) => [language, slug]));
  };
  expect(menuOf('/about', '/topics/law')).toEqual([[['km', 'អំពី']], []]);
  expect(menuOf(`/${encodeURIComponent('អំពី')}`)).toEqual([[['en', 'about']]]);
  expect(menuOf('/topics', '/')).toEqual([[], []]);
  requireValue(unlistPost(site.db, { postId: khmer }, now));
  expect(menuOf('/about')).toEqual([[]]);
  site.close();
});
