import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeSharedPools } from '@/lib/process/shared-pools';
import { ContentVersion } from '@/lib/serving/content-version';
import { buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { searchInThread } from './search-in-thread';

let site: TestSite;
let version: ContentVersion;

beforeAll(() => {
  site = openTestSite();
  version = new ContentVersion(site.db.$client.name);
});
afterAll(async () => {
  await closeSharedPools();
  version.close();
  site.close();
});

const partOf = (query: Record<string, string>, language: 'km' | null = null) =>
  searchInThread({
    file: site.db.$client.name,
    version: version.current(),
    query: String(new URLSearchParams(query)),
    language,
  });
const search = async (query: Record<string, string>) =>
  Buffer.from((await partOf(query)).piece.plain).toString();

test('a search in the thread sees every change that the content version counts', async () => {
  const slugs: string[] = [];
  for (let n = 0; n < 10; n += 1) {
    const before = version.current();
    slugs.unshift(`dolphin-${n}`);
    buildPost(site.db, { slug: slugs[0], text: 'A dolphin.' });
    expect(version.current()).toBeGreaterThan(before);
    const found = [...(await search({ q: 'dolphin' })).matchAll(/href="\/(dolphin-\d+)"/g)];
    expect(found.map(([, slug]) => slug)).toEqual(slugs);
  }
});

test('what is the same in all searches is read again when something public changes', async () => {
  const { topicId } = buildTopic(site.db, 'Moraines');
  buildPost(site.db, { text: 'A dolphin.', topicIds: [topicId] });
  expect(await search({ q: 'dolphin' })).toContain('Moraines');
  expect(await search({ q: 'whale' })).toContain('Moraines');
  site.db.$client.prepare(`update topics set name = '{"en":"Eskers"}' where id = ?`).run(topicId);
  expect(await search({ q: 'dolphin' })).toContain('Eskers');
  expect(await search({ q: 'dolphin' })).not.toContain('Moraines');
});

test('it reads while another connection writes', async () => {
  buildPost(site.db, { headline: 'A bridge', text: 'The government built a bridge.' });
  site.db.$client.exec('BEGIN IMMEDIATE');
  site.db.$client.prepare('update posts set excerpt = ?').run('Not committed.');
  const found = await search({ q: 'goverment brigde' });
  site.db.$client.exec('ROLLBACK');
  expect(found).toContain('A bridge');
  expect(found).not.toContain('Not committed.');
  expect(found).toContain('government bridge');
});

test('what a reader types is never markup', async () => {
  const found = await search({ q: '"><script>alert(1)</script>', topic: '<b>', year: '<i>' });
  expect(found).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(found).not.toMatch(/<(?:script|b|i)>/);
});

test('what is found is ready to be sent: its words are marked, and its links stay in the language of the page', async () => {
  buildPost(site.db, { slug: 'river', headline: 'ទន្លេមេគង្គ', text: 'អត្ថបទអំពីទន្លេមេគង្គ។', language: 'km' });
  const { piece, specimen } = await partOf({ q: 'ទន្លេ' }, 'km');
  const found = Buffer.from(piece.plain).toString();
  expect(found).toContain('<span class="khmer">');
  expect(found).toContain('action="/km/search"');
  expect(found).toContain('href="/river"');
  expect(specimen).toContain('<article>');
  expect(specimen).toContain('khmer');
  expect(specimen).not.toContain('river');
});
