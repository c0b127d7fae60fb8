import type { Browser } from '@playwright/test';
import { median } from '@/lib/bench/statistics';
import { renderTable, type Section, within } from '@/lib/bench/table';
import type { Audit, Verdict } from './audit';

/** A cheap phone on a poor line: 400 kbit/s, 400 ms to the server and back, a quarter of this processor. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};
const VISITS = 5;
const MOST = { firstPaintS: 1.3, largestPaintS: 2.5, shift: 0.01 };
const PAGES = /^(?:front-page|post-[12]-|archive$|search$)/;

/** Measures how soon pages are painted on a slow phone, and whether anything moves when the fonts come. */
export async function measureSlowPhone(audit: Audit): Promise<Verdict> {
  const sections: Section[] = [];
  for (const { name, path } of audit.pages.filter((page) => PAGES.test(page.name))) {
    const visits: Visit[] = [];
    while (visits.length < VISITS) visits.push(await visit(audit.browser, audit.url + encodeURI(path)));
    const middle = (part: keyof Visit) => median(visits.map((one) => one[part]));
    sections.push({
      heading: name,
      rows: [
        within('first paint', middle('firstMs') / 1000, 's', MOST.firstPaintS, 2),
        within('largest paint', middle('largestMs') / 1000, 's', MOST.largestPaintS, 2),
        within('layout shift', middle('shift'), '', MOST.shift, 3),
      ],
    });
  }
  const isWell = sections.every(({ rows }) => rows.every(({ isMet }) => isMet));
  const heading = `A slow phone: 400 kbit/s, 400 ms, a processor four times slower (median of ${VISITS} visits)`;
  return { report: `${heading}\n${renderTable(sections)}`, isWell };
}

interface Visit {
  firstMs: number;
  largestMs: number;
  shift: number;
}

/** A first visit: nothing is in the cache. */
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
