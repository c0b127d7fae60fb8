import type { Browser } from '@playwright/test';
import type { Bench } from './bench';
import { getPage } from './get';
import type { OurServer } from './our-server';
import type { Seeded } from './seed';
import { median, percentile } from './statistics';
import { figure, type Row, type Section, within } from './table';

const BUDGET = { bytesKb: 14, scripts: 0, requests: 3 };
const STYLESHEET = /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g;
const ICON = /<link[^>]*rel="icon"/;

/** The first request for pages that nobody has seen yet. */
export async function measureRenders(bench: Bench, server: OurServer, { paths }: Seeded): Promise<Section> {
  const unseen = [...paths.en.slice(0, -1), ...paths.km.slice(0, -1)];
  const times: number[] = [];
  for (const path of unseen.slice(0, bench.options.requests))
    times.push((await getPage(`${server.url}${path}`, 'gzip')).ms);
  return {
    heading: `Rendering an article that is not cached (${times.length} articles)`,
    rows: [figure('p50', median(times), 'ms', 1), figure('p99', percentile(times, 99), 'ms', 1)],
  };
}

/** What a reader's first view takes over the wire. */
export async function measureBytes(browser: Browser, server: OurServer, { paths }: Seeded): Promise<Section> {
  const pages = [
    ['front page', '/'],
    ['article, English', paths.en.at(-1) ?? '/'],
    ['article, Khmer', paths.km.at(-1) ?? '/'],
  ] as const;
  const rows: Row[] = [];
  for (const [what, path] of pages) rows.push(...(await rowsOf(browser, server, what, path)));
  return { heading: 'What a reader downloads (1 KB is 1,000 bytes)', rows };
}

async function rowsOf(browser: Browser, server: OurServer, what: string, path: string): Promise<Row[]> {
  const brotli = await compressedBytes(server.url, path, 'br');
  const gzip = await compressedBytes(server.url, path, 'gzip');
  const { requests, scripts } = await visit(browser, `${server.url}${path}`);
  return [
    within(`${what}, HTML and CSS, brotli`, brotli / 1000, 'KB', BUDGET.bytesKb, 1),
    within(`${what}, HTML and CSS, gzip`, gzip / 1000, 'KB', BUDGET.bytesKb, 1),
    within(`${what}, requests`, requests, '', BUDGET.requests),
    within(`${what}, scripts`, scripts, '', BUDGET.scripts),
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

/** What a browser asks for; it keeps silent about the icon, which is added when the page names one. */
async function visit(browser: Browser, url: string): Promise<{ requests: number; scripts: number }> {
  const page = await browser.newPage();
  const kinds: string[] = [];
  page.on('request', (request) => kinds.push(request.resourceType()));
  await page.goto(url, { waitUntil: 'networkidle' });
  const namesIcon = ICON.test(await page.content());
  await page.close();
  return {
    requests: kinds.length + (namesIcon ? 1 : 0),
    scripts: kinds.filter((kind) => kind === 'script').length,
  };
}
