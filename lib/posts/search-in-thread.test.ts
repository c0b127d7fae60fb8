import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeSharedPools } from '@/lib/process/shared-pools';
import { ContentVersion } from '@/lib/serving/content-version';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { searchInThread } from './search-in-thread';
import { searchPage } from './search-page';

let site: TestSite;

beforeAll(() => {
  site = openTestSite();
});
afterAll(async () => {
  await closeSharedPools();
  site.close();
});

test('a search in the thread sees every change that the content version counts', async () => {
  const version = new ContentVersion(site.db.$client.name);
  const slugs: string[] = [];
  for (let n = 0; n < 20; n += 1) {
    const before = version.current();
    slugs.unshift(`dolphin-${n}`);
    buildPost(site.db, { slug: slugs[0], text: 'A dolphin.' });
    expect(version.current()).toBeGreaterThan(before);
    const { hits } = await searchInThread(site.db, { q: 'dolphin', perPage: 50 });
    expect(hits.map(({ post }) => post.slug)).toEqual(slugs);
  }
  version.close();
});

test('it reads while another connection writes, and finds the same as the main thread', async () => {
  buildPost(site.db, { headline: 'A bridge', text: 'The government built a bridge.' });
  const request = { q: 'goverment brigde' };
  site.db.$client.exec('BEGIN IMMEDIATE');
  site.db.$client.prepare('update posts set excerpt = ?').run('Not committed.');
  const found = await searchInThread(site.db, request);
  expect(found.hits[0]?.post.excerpt).not.toBe('Not committed.');
  site.db.$client.exec('ROLLBACK');
  expect(found.respelt).toBe('government bridge');
  expect(await searchInThread(site.db, request)).toEqual(searchPage(site.db, request));
});
