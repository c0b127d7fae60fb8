import type { Browser, Request } from '@playwright/test';
import type { Server } from '@/tools/running/server';
import type { Bench } from './bench';
import { getPage } from './get';
import type { Seeded } from './seed';
import { median, percentile } from './statistics';
import { figure, type Row, type Section, within } from './table';

const BUDGET = { htmlKb: 14, articleRequests: 3, scripts: 0 };
const STYLESHEET = /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g;

/** Measures the first request for pages that nobody has opened yet. */
export async function measureRenders(bench: Bench, server: Server, { paths }: Seeded): Promise<Section> {
  const unseen = [...paths.en.slice(0, -1), ...paths.km.slice(0, -1)];
  const times: number[] = [];
  for (const path of unseen.slice(0, bench.options.requests))
    times.push((await getPage(`${server.url}${path}`, 'gzip')).ms);
  return {
    heading: `Rendering an article that is not cached (${times.length} articles)`,
    rows: [figure('p50', median(times), 'ms', 1), figure('p99', percentile(times, 99), 'ms', 1)],
  };
}

/** Measures the bytes of a reader's first visit. */
export async function measureBytes(browser: Browser, server: Server, { paths }: Seeded): Promise<Section> {
  const pages: ReaderPage[] = [
    { what: 'front page', path: '/', fontsKb: 100 },
    { what: 'article, English', path: paths.en.at(-1) ?? '/', fontsKb: 60 },
    { what: 'article, Khmer', path: paths.km.at(-1) ?? '/', fontsKb: 100 },
  ];
  const rows: Row[] = [];
  for (const page of pages) rows.push(...(await rowsOf(browser, server.url, page)));
  return { heading: 'What a reader downloads at the first view (1 KB is 1,000 bytes; no pictures)', rows };
}

interface ReaderPage {
  what: string;
  path: string;
  /** The budget for its fonts. */
  fontsKb: number;
}

async function rowsOf(browser: Browser, url: string, { what, path, fontsKb }: ReaderPage): Promise<Row[]> {
  const brotli = await compressedBytes(url, path, 'br');
  const gzip = await compressedBytes(url, path, 'gzip');
  const requests = `${what}: requests, the icon’s too`;
  const visited = await visit(browser, `${url}${path}`);
  return [
    within(`${what}: HTML and CSS, brotli`, brotli / 1000, 'KB', BUDGET.htmlKb, 1),
    within(`${what}: HTML and CSS, gzip`, gzip / 1000, 'KB', BUDGET.htmlKb, 1),
    within(`${what}: fonts`, visited.fontBytes / 1000, 'KB', fontsKb, 1),
    path === '/'
      ? figure(requests, visited.requests, '')
      : within(requests, visited.requests, '', BUDGET.articleRequests),
    within(`${what}: scripts`, visited.scripts, '', BUDGET.scripts),
  ];
}

async function compressedBytes(url: string, path: string, encoding: 'br' | 'gzip'): Promise<number> {
  const { body } = await getPage(`${url}${path}`, encoding);
  const html = (await getPage(`${url}${path}`)).body.toString('utf8');
  let bytes = body.length;
  for (const [, href = ''] of html.matchAll(STYLESHEET))
    bytes += (await getPage(new URL(href, url).href, encoding)).body.length;
  return bytes;
}

/** Records what a browser requests on its first visit. */
async function visit(browser: Browser, url: string) {
  const page = await browser.newPage();
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready.then(() => null));
  const ofKind = (kind: string) => requests.filter((request) => request.resourceType() === kind);
  const fonts = await Promise.all(ofKind('font').map((request) => request.sizes()));
  await page.close();
  return {
    requests: requests.length,
    scripts: ofKind('script').length,
    fontBytes: fonts.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
  };
}
