import type { Browser, Page } from '@playwright/test';
import { freshContext, type SignedIn, signIn } from '@/tools/running/browser';
import type { Server } from '@/tools/running/server';
import type { Bench } from './bench';
import { keyTimes, readyAt, watchEditor } from './in-page';
import { measureSaves } from './measure-saves';
import type { Seeded } from './seed';
import { median, percentile } from './statistics';
import { type Row, type Section, within } from './table';

const SCRIPTS_KB = 300;
const DRAFTS = {
  empty: { what: 'empty draft', readySeconds: 1, medianMs: 6, p95Ms: 12 },
  long: { what: '10,000 words', readySeconds: 1.5, medianMs: 8, p95Ms: 16 },
};
/** About the pace of a fast typist. */
const BETWEEN_KEYS_MS = 70;
const SENTENCE = 'the river rose again last night and nobody had mended the wall ';

interface Opened {
  readySeconds: number;
  scriptsKb: number;
}

/** Measures the editor in a real browser: what it loads, when it becomes editable, and how soon a letter is shown. */
export async function measureEditor(
  bench: Bench,
  browser: Browser,
  server: Server,
  seeded: Seeded,
): Promise<Section> {
  const owner = await signIn(browser, server.url);
  const open = (postId: number) => `${server.url}/admin/posts/${postId}`;
  // The first opening runs cold code on the server, which the measurement of its start covers.
  await measureOpening(browser, owner, open(seeded.emptyDraftId));
  const rows: Row[] = [];
  for (const [budget, postId] of [
    [DRAFTS.empty, seeded.emptyDraftId],
    [DRAFTS.long, seeded.longDraftId],
  ] as const) {
    const openings: Opened[] = [];
    for (let n = 0; n < bench.options.openings; n += 1)
      openings.push(await measureOpening(browser, owner, open(postId)));
    if (rows.length === 0)
      rows.push(
        within('scripts, transferred', median(openings.map(({ scriptsKb }) => scriptsKb)), 'KB', SCRIPTS_KB),
      );
    const ready = median(openings.map(({ readySeconds }) => readySeconds));
    const keys = await measureKeys(bench, browser, owner, open(postId));
    rows.push(
      within(`${budget.what}: ready after navigation`, ready, 's', budget.readySeconds, 2),
      within(`${budget.what}: key press to paint, median`, median(keys), 'ms', budget.medianMs, 1),
      within(`${budget.what}: key press to paint, p95`, percentile(keys, 95), 'ms', budget.p95Ms, 1),
    );
  }
  rows.push(...(await measureSaves(bench, browser, owner, open(seeded.longDraftId))));
  return { heading: 'The editor, in headless Chromium with nothing cached', rows };
}

async function measureOpening(browser: Browser, owner: SignedIn, url: string): Promise<Opened> {
  const context = await freshContext(browser, owner);
  const page = await context.newPage();
  const scripts = await countScripts(page);
  await watchEditor(page);
  await page.goto(url);
  const readySeconds = (await readyAt(page)) / 1000;
  await page.waitForLoadState('networkidle');
  const opened = { readySeconds, scriptsKb: scripts.bytes() / 1000 };
  await context.close();
  return opened;
}

/** Counts bytes as sent over the network: compressed, with their headers. */
async function countScripts(page: Page): Promise<{ bytes: () => number }> {
  const network = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  network.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await network.send('Network.enable');
  return { bytes: () => bytes };
}

/** Types in the middle of the text, one key at a time. */
async function measureKeys(bench: Bench, browser: Browser, owner: SignedIn, url: string): Promise<number[]> {
  const context = await freshContext(browser, owner);
  const page = await context.newPage();
  await watchEditor(page);
  await page.goto(url);
  await readyAt(page);
  await page.waitForLoadState('networkidle');
  const paragraphs = page.locator('[data-part="writing-body"] > p');
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await page.keyboard.press('End');
  for (let n = 0; n < bench.options.keys; n += 1) {
    await page.keyboard.press(SENTENCE.charAt(n % SENTENCE.length));
    await page.waitForTimeout(BETWEEN_KEYS_MS);
  }
  const times = await keyTimes(page);
  await context.close();
  // The first is the key that moved to the end of the line.
  return times.slice(1);
}
