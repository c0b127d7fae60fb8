import { afterEach, beforeEach, expect, test } from 'vitest';
import { site as siteTable } from '@/db/schema';
import { readSite } from '@/lib/settings/site';
import { buildLivePost } from '@/tools/testing/live-post';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { reuseOf } from './reuse-of';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const SITE_URL = 'https://lamp.example';
const source = { publication: 'The Reed', url: '', authors: [], publishedOn: '', agency: '', rights: '' };

test('the licence of the settings gives our own posts away, and is not stated of one from elsewhere', () => {
  const reuse = (overrides = {}) => reuseOf(buildLivePost(overrides), readSite(site.db), SITE_URL);
  expect(reuse()).toMatchObject({ licence: null, copies: null });
  site.db.update(siteTable).set({ licence: 'by' }).run();
  expect(reuse().copies?.html).toContain('https://creativecommons.org/licenses/by/4.0/');
  expect(reuse({ source })).toMatchObject({ licence: null, copies: null, isFromElsewhere: true });
  expect(reuse({ source, republishing: 'yes' }).copies?.html).not.toContain('creativecommons');
});
