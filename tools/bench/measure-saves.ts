import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';
import { cookieHeader, freshContext, type SignedIn } from '@/tools/running/browser';
import type { Bench } from './bench';
import { readyAt, recordSaves, type SaveTimes, watchEditor, watchFrames } from './in-page';
import { median, percentile } from './statistics';
import { figure, type Row, within } from './table';

const SERVER_MS = 30;
/** One frame at 60 a second. */
const FRAME_MS = 1000 / 60;
/** Saves without a browser need no waiting, so there can be this many times more of them. */
const WITHOUT_BROWSER = 5;
/** A save does its work in the page shortly before it is sent and shortly after its answer. */
const AROUND_MS = 100;

/** Measures how long the server takes to save a long draft, and how many frames the editor drops meanwhile. */
export async function measureSaves(
  bench: Bench,
  browser: Browser,
  owner: SignedIn,
  url: string,
): Promise<Row[]> {
  const context = await freshContext(browser, owner);
  const page = await context.newPage();
  await watchEditor(page);
  await page.goto(url);
  await readyAt(page);
  await page.locator('[data-part="writing-body"] > p').first().click();
  await page.waitForLoadState('networkidle');
  await watchFrames(page);
  for (let n = 0; n < bench.options.saves; n += 1) await save(page);
  const { frames, saves } = await recordSaves(page);
  await context.close();
  const server = await timeSaves(bench, owner, url);
  const felt = saves.map(({ startedAt, answeredAt }) => answeredAt - startedAt);
  return [
    figure('10,000 words: a save on the server, median', median(server), 'ms', 1),
    within('10,000 words: a save on the server, p95', percentile(server, 95), 'ms', SERVER_MS, 1),
    figure('10,000 words: a save as the browser sees it, median', median(felt), 'ms', 1),
    within(`10,000 words: frames missed in ${saves.length} saves`, missed(frames, saves), '', 0),
  ];
}

const Answer = z.object({ value: z.object({ version: z.number() }) });
const Stored = z.object({ value: z.object({ version: z.number(), writing: z.looseObject({}) }) });

/**
 * Returns the milliseconds from sending a whole text until the server has answered that it is saved, without the
 * browser's share.
 */
async function timeSaves(bench: Bench, owner: SignedIn, url: string): Promise<number[]> {
  const address = `${url}/draft`;
  const headers = {
    cookie: cookieHeader(owner),
    origin: new URL(url).origin,
    'content-type': 'application/json',
  };
  const stored = Stored.parse(await (await fetch(address, { headers })).json()).value;
  const line = randomUUID();
  const times: number[] = [];
  let { version } = stored;
  while (times.length < bench.options.saves * WITHOUT_BROWSER) {
    const writing = { ...stored.writing, headline: `Save ${times.length}` };
    const body = JSON.stringify({ version, mark: { line, sequence: times.length + 1 }, writing });
    const from = performance.now();
    const answer = await fetch(address, { method: 'PUT', headers, body });
    ({ version } = Answer.parse(await answer.json()).value);
    times.push(performance.now() - from);
  }
  return times;
}

/** Types a word, and waits until it is saved. */
async function save(page: Page): Promise<void> {
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await page.keyboard.type('word ', { delay: 70 });
  await (await saved).finished();
  await page.waitForTimeout(2 * AROUND_MS);
}

/**
 * Counts the frames that were not painted in time near a save.
 * @param frames when each began, ms.
 */
export function missed(frames: number[], saves: SaveTimes[]): number {
  const gaps = frames.slice(1).map((at, index) => ({ from: frames[index] ?? at, to: at }));
  const ofSaves = gaps.filter(({ from, to }) =>
    saves.some(({ startedAt, endedAt }) => to > startedAt - AROUND_MS && from < endedAt + AROUND_MS),
  );
  return ofSaves.reduce((sum, { from, to }) => sum + Math.max(0, Math.round((to - from) / FRAME_MS) - 1), 0);
}
