import { expect, test } from 'vitest';
import { colouredPages } from './coloured-pages';
import { makePage, plainOf } from './page';
import { parsePageRequest } from './page-key';
import { RouteTable } from './route-table';
import { ROUTES } from './routes';

const table = new RouteTable(ROUTES);

/** Returns the publication's answer to a target in colours. */
async function answer(target: string, status: number, headers: Record<string, string>) {
  const asked: string[] = [];
  const render = colouredPages({
    renderPage: async () => {
      throw new Error('Nothing is rendered for colours.');
    },
    findPage: (request) => {
      asked.push(request.key);
      return makePage({ status, headers, version: 7, body: Buffer.from('<html lang="km">') });
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

test('a redirect keeps the colours; a feed or copy in colours redirects to the plain one', async () => {
  const old = await answer('/light/once', 301, { location: '/now' });
  expect(old.page).toMatchObject({ status: 301, headers: { location: '/light/now' } });
  const feed = await answer('/light/feed.xml', 200, { 'content-type': 'application/rss+xml' });
  expect(feed.page).toMatchObject({ status: 301, headers: { location: '/feed.xml' } });
  const copy = await answer('/light/a/copy.html', 200, { ...HTML, 'content-disposition': 'attachment' });
  expect(copy.page).toMatchObject({ status: 301, headers: { location: '/a/copy.html' } });
  expect(copy.page.headers).not.toHaveProperty('content-disposition');
});
