import { afterAll, expect, test } from 'vitest';
import { closeSharedPools } from '@/lib/process/shared-pools';
import { editionPages } from './edition-pages';
import { makePage, plainOf } from './page';
import { parsePageRequest } from './page-key';
import { RouteTable } from './route-table';
import { ROUTES } from './routes';

afterAll(closeSharedPools);

const table = new RouteTable(ROUTES);

/** Returns the publication's answer to a target in an edition. */
async function answer(
  target: string,
  status: number,
  headers: Record<string, string>,
  html = '<html lang="km">',
) {
  const asked: string[] = [];
  const render = editionPages({
    renderPage: async () => {
      throw new Error('Nothing is rendered for editions.');
    },
    findPage: (request) => {
      asked.push(request.key);
      return makePage({ status, headers, version: 7, body: Buffer.from(html) });
    },
    inTurn: (work) => work(),
    siteUrl: 'https://lamp.example',
    table,
  });
  const request = parsePageRequest(target, table);
  if (!request || 'redirect' in request) throw new Error(target);
  return { asked, isUnbounded: request.isUnbounded, page: await render(request, 7) };
}
const HTML = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "style-src 'sha256-x'",
};

test('a page in colours is made from the page that others get, with its status and policy, and cached separately', async () => {
  const { asked, isUnbounded, page } = await answer('/dark/gone?utm=1', 410, HTML);
  expect(asked).toEqual(['/gone']);
  expect(isUnbounded).toBe(true);
  expect(page).toMatchObject({ status: 410, version: 7, headers: HTML });
  expect(plainOf(page).toString()).toBe('<html data-colours="dark" lang="km">');
});

test('the text edition is written in a thread, from the page that others get, with a policy of its own', async () => {
  const html = `<html lang="km"><head><title>A</title></head><body><img src="/a.jpg" alt="A boat"><a href="/b">B</a>${' '.repeat(300)}</body></html>`;
  const { asked, page } = await answer('/text/a', 200, HTML, html);
  expect(asked).toEqual(['/a']);
  expect(page).toMatchObject({ status: 200, version: 7 });
  expect(page.headers['content-type']).toBe(HTML['content-type']);
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page.headers['content-security-policy']).not.toContain('sha256-x');
  expect(plainOf(page).toString()).toContain('<p>[រូបភាព: A boat]</p>');
  expect(plainOf(page).toString()).toContain('<a href="/text/b">');
});

test('a redirect stays in the text edition; a feed or copy has none', async () => {
  const old = await answer('/text/once', 301, { location: '/now' });
  expect(old.page).toMatchObject({ status: 301, headers: { location: '/text/now' } });
  const feed = await answer('/text/feed.xml', 200, { 'content-type': 'application/rss+xml' });
  expect(feed.page).toMatchObject({ status: 301, headers: { location: '/feed.xml' } });
});

test('a redirect keeps the colours; a feed or copy in colours redirects to the plain one', async () => {
  const old = await answer('/light/once', 301, { location: '/now' });
  expect(old.page).toMatchObject({ status: 301, headers: { location: '/light/now' } });
  const feed = await answer('/light/feed.xml', 200, { 'content-type': 'application/rss+xml' });
  expect(feed.page).toMatchObject({ status: 301, headers: { location: '/feed.xml' } });
  const copy = await answer('/light/a/copy.html', 200, { ...HTML, 'content-disposition': 'attachment' });
  expect(copy.page).toMatchObject({ status: 301, headers: { location: '/a/copy.html' } });
  expect(copy.page.headers).not.toHaveProperty('content-disposition');
});
