import type { Browser } from '@playwright/test';
import { median } from '@/tools/bench/statistics';
import type { Audit, Verdict } from './audit';

/** A cheap phone on a slow connection: 400 kbit/s, 400 ms round trip, a quarter of this processor. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};
const VISITS = 5;
const NAME_WIDTH = 12;
/** The layout shift when our typefaces load stays below a fifth of what counts as good. */
const MOST: Visit = { firstMs: 1300, largestMs: 2500, shift: 0.02 };
const PAGES = /^(?:front-page|edition-km|post-\d+-(?:en|km)|archive|search)$/;

/** Measures how soon pages are painted on a slow phone, and how far anything moves when the fonts load. */
export async function measureSlowPhone(audit: Audit): Promise<Verdict> {
  const lines: string[] = [];
  let hasPassed = true;
  for (const { name, path } of audit.pages.filter((page) => PAGES.test(page.name))) {
    const visits: Visit[] = [];
    while (visits.length < VISITS) visits.push(await visit(audit.browser, audit.url + encodeURI(path)));
    const middle = (part: keyof Visit) => median(visits.map((one) => one[part]));
    const seen: Visit = {
      firstMs: middle('firstMs'),
      largestMs: middle('largestMs'),
      shift: middle('shift'),
    };
    const isMet =
      seen.firstMs <= MOST.firstMs && seen.largestMs <= MOST.largestMs && seen.shift <= MOST.shift;
    hasPassed &&= isMet;
    lines.push(lineOf(name, seen, isMet ? '' : 'MISSED'));
  }
  const heading = `A slow phone: 400 kbit/s, 400 ms, a processor four times slower (median of ${VISITS} visits)`;
  return { report: [heading, ...lines, lineOf('at most', MOST, '')].join('\n'), hasPassed };
}

function lineOf(name: string, { firstMs, largestMs, shift }: Visit, verdict: string): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  const cells = [
    `first paint ${seconds(firstMs)}`,
    `largest ${seconds(largestMs)}`,
    `layout shift ${shift.toFixed(3)}`,
    verdict,
  ];
  return `  ${name.padEnd(NAME_WIDTH)}  ${cells.join('  ').trimEnd()}`;
}

interface Visit {
  firstMs: number;
  largestMs: number;
  shift: number;
}

/** Measures a first visit, with an empty cache. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    window.slowPhone = { largestMs: 0, shift: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.slowPhone.largestMs = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.slowPhone.shift += (entry as LayoutShift).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready.then(() => null));
  const seen = await page.evaluate(() => ({
    ...window.slowPhone,
    firstMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }));
  await context.close();
  return seen;
}

/** @see https://wicg.github.io/layout-instability/#sec-layout-shift */
interface LayoutShift extends PerformanceEntry {
  value: number;
}

declare global {
  interface Window {
    slowPhone: { largestMs: number; shift: number };
  }
}
