import { expect, test, vi } from 'vitest';
import { pieceOf } from '@/lib/process/gzip-pieces';
import { servePublication } from '@/tools/testing/served-publication';
import { recordedPath, routeOf, takeOriginForm, targetReader } from './request-target';
import { RouteTable } from './route-table';
import { LONGEST_UPLOAD_MS, MAX_TARGET_LENGTH, ROUTES } from './routes';

vi.mock('@/lib/posts/search-in-thread', () => ({
  searchInThread: async () => ({ piece: pieceOf(Buffer.from('<p>Found.</p>')), specimen: '<p>' }),
}));

const TOKEN = 't'.repeat(43);
const table = new RouteTable(ROUTES);

test.each([
  ['/a%20b?q=secret', '/a%20b'],
  ['/media/abc/1200.avif', '/media/abc/1200.avif'],
  ['/_next/static/chunks/x.js?v=1', '/_next/static/chunks/x.js'],
  ['/icon.svg', '/icon.svg'],
  [`/preview/${TOKEN}`, '/preview/:token'],
  ['/preview/too-short', '/preview/*'],
  ['/admin', '/(admin|api)'],
  ['/admin/setup/secret', '/(admin|api)/*'],
  ['/api/auth/callback/secret', '/(admin|api)/*'],
  ['/admin/posts/7/preview', '/admin/posts/:id/preview'],
  ['/healthz', '/healthz'],
  ['/text/a-post', '/text/a-post'],
  ['/a-post/feed/', '/a-post/feed/'],
  ['/2022/10/15//a-case', '/2022/10/15//a-case'],
  [`/%70review/${TOKEN}`, '/*'],
  [`/Preview/${TOKEN}`, '/*'],
  [`//preview/${TOKEN}`, '/*'],
  [`/a/../preview/${TOKEN}`, '/*'],
  [`/text/preview/${TOKEN}`, '/text/*'],
  [`/dark//preview/${TOKEN}`, '/dark/*'],
  [`/Preview/${TOKEN}/feed`, '/*/feed'],
  [`/${'a'.repeat(2000)}`, '/:slug'],
  [`/${'a'.repeat(MAX_TARGET_LENGTH)}`, '/*'],
])('of %.40s only the path is recorded, never a secret', (target, path) => {
  expect(recordedPath(table, target, routeOf(table, target))).toBe(path);
});

test.each([
  ['http://lamp.example/there?x=1', '/there?x=1', 'lamp.example'],
  ['HTTPS://lamp.example:8443/', '/', 'lamp.example:8443'],
  ['http://lamp.example', '/', 'lamp.example'],
  ['http://lamp.example?q=1', '/?q=1', 'lamp.example'],
  ['http://lamp.example//evil.example', '//evil.example', 'lamp.example'],
  ['/there', '/there', 'sent.example'],
  ['//lamp.example/there', '//lamp.example/there', 'sent.example'],
  ['http://a@lamp.example/', 'http://a@lamp.example/', 'sent.example'],
  ['http://lamp.example\\x', 'http://lamp.example\\x', 'sent.example'],
  ['ftp://lamp.example/there', 'ftp://lamp.example/there', 'sent.example'],
  ['*', '*', 'sent.example'],
])('%s is the target %s', (url, target, host) => {
  const request = { url, headers: { host: 'sent.example' } };
  takeOriginForm(request as never);
  expect(request).toEqual({ url: target, headers: { host } });
});

test('a target is read once, as often as it is asked for', () => {
  const read = targetReader(table);
  const target = '/%E1%9E%A2?q=1';
  expect(read(target)).toEqual({ ...routeOf(table, target), recorded: '/%E1%9E%A2' });
  expect(read(target)).toBe(read(target));
  const long = `/${'x'.repeat(MAX_TARGET_LENGTH)}`;
  expect(read(long)).toMatchObject({ isTooLong: true, recorded: '/*' });
  expect(read(long)).not.toBe(read(long));
});

/** An address of each row: `/:slug/page/:n` gives `/x/page/x`. */
function exampleOf(pattern: string): string {
  return pattern
    .replace(/\((\w[^|)]*)[^)]*\)/g, '$1')
    .replace(/^\/\*$/, '/x/x/x/x')
    .replaceAll(':token', TOKEN)
    .replaceAll(':language', 'km')
    .replaceAll(':format', 'rss')
    .replaceAll(/:id|:n/g, '1')
    .replaceAll(/:\w+|\*/g, 'x');
}

test.each(ROUTES.map((route) => [route.pattern, route.parameter, route] as const))(
  'the limits of the row %s (%s) hold before any work',
  async (pattern, parameter, route) => {
    const asked: string[] = [];
    const path = exampleOf(pattern);
    const start = parameter ? `?${parameter}=` : '?';
    const query = (length: number) => start.padEnd(length + 1, 'x');
    const limits = { path: path.length, query: 40, bodyBytes: 1000, bodyMs: 1000 };
    const next = { ...route, limits };
    const served = await servePublication({
      routes: ROUTES.map((row) => (row === route ? next : row)),
      next: async ({ url }, response) => {
        asked.push(String(url));
        response.writeHead(200, { 'content-type': 'text/plain' }).end('<slot name="search"></slot>');
      },
      // There is no database to search.
      report: () => undefined,
      isPreviewOpen: () => true,
      isServedMedia: () => true,
    });
    expect((await served.ask(path + query(40))).status).not.toBe(414);
    asked.length = 0;
    expect((await served.ask(path + query(41))).status).toBe(414);
    // A slash more is the same address, and one character too long.
    if (path !== '/') expect((await served.ask(`${path}/${query(20)}`)).status).toBe(414);
    expect(asked).toEqual([]);
    served.close();
  },
);

test('only what authors upload may take long or be large, and strangers upload nothing', () => {
  const shortBytes = 64 * 1024;
  for (const { pattern, limits, limitsOfStrangers = limits, handler } of ROUTES) {
    const longestMs = handler === 'admin' ? 300_000 : 20_000;
    if (handler !== 'admin') expect(limits.bodyBytes).toBe(shortBytes);
    expect(limitsOfStrangers).toMatchObject({ bodyBytes: shortBytes, bodyMs: 20_000 });
    expect(limits.path).toBeLessThanOrEqual(MAX_TARGET_LENGTH);
    expect(limits.bodyMs).toBe(pattern === '/admin/media/upload' ? LONGEST_UPLOAD_MS : longestMs);
  }
});
