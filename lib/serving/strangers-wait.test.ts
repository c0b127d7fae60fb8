import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pieceOf } from '@/lib/process/gzip-pieces';
import { servePublication } from '@/tools/testing/served-publication';
import type { Route } from './route';
import { ROUTES } from './routes';

vi.mock('@/lib/posts/search-in-thread', () => ({
  searchInThread: async () => ({ piece: pieceOf(Buffer.from('<p>Found.</p>')), specimen: '<p>' }),
}));

const OPEN = 'o'.repeat(43);

/** What reached Next. */
let asked: string[];
let atOnce: number;
let mostAtOnce: number;
let served: Awaited<ReturnType<typeof servePublication>>;
beforeEach(async () => {
  asked = [];
  atOnce = 0;
  mostAtOnce = 0;
  served = await servePublication({
    isPreviewOpen: (token) => token === OPEN,
    // There is no database to search.
    report: () => undefined,
    next: async ({ url }, response) => {
      asked.push(String(url));
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      await new Promise((done) => setTimeout(done, 2));
      atOnce -= 1;
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html><slot name="search"></slot></html>');
    },
  });
});
afterEach(() => served.close());

/** Returns addresses of a row, all different where it has a variable part. */
function addressesOf({ pattern, parameter }: Route): string[] {
  return [0, 1, 2, 3].map((n) => {
    const path = pattern
      .replace(/\(([^|)]+)[^)]*\)/g, '$1')
      .replace(':token', OPEN)
      .replace(':language', 'km')
      .replace(/:\w+|\*/g, () => `name-${n}`);
    return `${path}?n=${n}${parameter ? `&${parameter}=1` : ''}`;
  });
}

test.each(ROUTES.map((route) => [route.pattern, route] as const))(
  'at %s, strangers reach Next one at a time',
  async (_pattern, route) => {
    for (const method of route.methods)
      await Promise.all(addressesOf(route).map((path) => served.ask(path, { method })));
    expect(mostAtOnce).toBeLessThanOrEqual(1);
  },
);

test.each([
  '/_next/static/chunks/none.js',
  '/_next/static/media/none.woff2',
  '/_next/image?url=%2Ficon.svg&w=64&q=75',
  '/_next/data/build/index.json',
  '/_next/none',
  '/_next/static/%00.js',
])('Next is not asked for %s', async (path) => {
  const answer = await served.ask(path);
  expect(answer).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } });
  expect(answer.body).toMatch(/^There is no .*\n$/);
  expect(asked).toEqual([]);
});

test('the icons are served without Next', async () => {
  for (const { pattern, handler } of ROUTES.filter((route) => route.handler === 'icon'))
    for (const name of /^\/\((.*)\)$/.exec(pattern)?.[1]?.split('|') ?? []) {
      expect({ handler, name, status: (await served.ask(`/${name}`)).status }).toMatchObject({ status: 200 });
    }
  expect(asked).toEqual([]);
});
