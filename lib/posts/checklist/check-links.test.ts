import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { buildAuthor, buildPost, buildSeries, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { changeSlug } from '../commands/change-slug';
import { withdrawPost } from '../commands/withdraw-post';
import { checkLinks } from './check-links';

shareSettings(parseEnvironment({}));

const SITE_URL = 'https://lamp.example.org';
const ANSWERS: Record<string, number> = {
  '/here': 200,
  '/gone': 410,
  '/missing': 404,
  '/shy': 403,
  '/ill': 503,
};

let site: TestSite;
let server: Server;
let elsewhere: string;
beforeEach(async () => {
  site = openTestSite();
  server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/missing' }).end();
    else response.writeHead(ANSWERS[request.url ?? ''] ?? 500).end('a page');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  site.close();
});

const check = (...hrefs: string[]) =>
  checkLinks(hrefs, { db: site.db, siteUrl: SITE_URL, reach: { testOrigin: elsewhere } });

test('links within the site are looked up: a draft or a withdrawn post is a broken link, a former address is not', async () => {
  const context = { actor: OPERATOR, now: Date.now() };
  const { postId } = buildPost(site.db, { slug: 'old-name' });
  changeSlug(site.db, { postId, slug: 'ទន្លេ' }, context);
  buildPost(site.db, { slug: 'a-draft', status: 'draft' });
  withdrawPost(site.db, { postId: buildPost(site.db, { slug: 'taken-back' }).postId }, context);
  buildTopic(site.db, 'Harbours');
  buildAuthor(site.db, 'Orla Venn');
  buildSeries(site.db, 'Letters');
  const { broken, unsure } = await check(
    ...[
      '/old-name',
      '/ទន្លេ',
      `${SITE_URL}/${encodeURIComponent('ទន្លេ')}?a=1#b`,
      '/text/old-name',
      '/',
      '/en',
    ],
    ...[
      '/topics/harbours',
      '/topics/harbours/feed.xml',
      '/authors/orla-venn',
      '/series/letters',
      '/archive/2022',
    ],
    ...['/a-draft', '/taken-back', '/never', '/topics/never', '/authors/never', '/media/abcdefgh/1.jpg'],
  );
  expect(unsure).toEqual([]);
  expect(broken).toEqual(
    expect.arrayContaining(['/a-draft', '/taken-back', '/never', '/topics/never', '/authors/never']),
  );
  expect(broken).toHaveLength(6);
});

test('external links are broken only when their site says that the page does not exist', async () => {
  const to = (path: string) => elsewhere + path;
  const paths = ['/here', '/gone', '/missing', '/moved', '/shy', '/ill', '/here'];
  const { broken, unsure } = await check(...paths.map(to));
  expect(broken.sort()).toEqual([to('/gone'), to('/missing'), to('/moved')].sort());
  expect(unsure.sort()).toEqual([to('/ill'), to('/shy')]);
});

test('a link into a private network is broken for readers, and is not followed', async () => {
  const { broken, unsure } = await check('http://192.168.0.1/router', 'https://example.org:8443/odd');
  expect(broken).toEqual(['http://192.168.0.1/router']);
  expect(unsure).toEqual(['https://example.org:8443/odd']);
});

test('links to a site that does not answer stay unchecked', async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  expect(await check(`${elsewhere}/here`)).toEqual({ broken: [], unsure: [`${elsewhere}/here`] });
});
