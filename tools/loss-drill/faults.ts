import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Random } from '@/tools/running/random';

/** What is killed in a round, and its weight: the sum is about a hundred. */
export const FAULTS = {
  'network taken away': 14,
  'answers lost': 12,
  'answers late': 8,
  'server killed': 9,
  'tab left for another page': 10,
  'tab closed': 14,
  'tab crashed': 14,
  'browser killed': 11,
  'network taken away, tab crashed': 4,
  'answers lost, browser killed': 4,
  'server killed, tab closed': 3,
} as const;

export type Fault = keyof typeof FAULTS;

/** What a fault leaves: a tab to continue in, or none; and when it died. */
export type AfterFault = { lives: true } | { lives: false; diedAt: number };

/** What a fault needs of the publication and the browser in which it is caused. */
export interface DrilledLane {
  publication: { kill: () => Promise<unknown>; ensure: () => Promise<unknown> };
  browser: { kill: () => Promise<unknown> };
  random: Random;
  type: (page: Page, keys: number) => Promise<unknown>;
}

/** Causes a fault during typing. */
export async function causeFault(fault: Fault, lane: DrilledLane, page: Page): Promise<AfterFault> {
  switch (fault) {
    case 'network taken away':
      return during(lane, page, takeNetwork);
    case 'answers lost':
      return during(lane, page, loseAnswers);
    case 'answers late':
      return during(lane, page, delayAnswers);
    case 'server killed':
      await lane.publication.kill();
      await lane.type(page, lane.random.between(2, 12));
      await lane.publication.ensure();
      await lane.type(page, lane.random.between(0, 5));
      return { lives: true };
    case 'tab left for another page':
      return dead(() => page.goto('about:blank').then(() => page.close()));
    case 'tab closed':
      return dead(() => page.close());
    case 'tab crashed':
      return dead(() => crash(page));
    case 'browser killed':
      return dead(() => lane.browser.kill());
    case 'network taken away, tab crashed':
      await takeNetwork(page);
      await lane.type(page, lane.random.between(2, 12));
      return dead(() => crash(page));
    case 'answers lost, browser killed':
      await loseAnswers(page);
      await lane.type(page, lane.random.between(2, 12));
      return dead(() => lane.browser.kill());
    case 'server killed, tab closed':
      await lane.publication.kill();
      await lane.type(page, lane.random.between(2, 12));
      return dead(() => page.close());
  }
}

/** Records the moment before the kill: everything typed by then counts as typed. */
async function dead(kill: () => Promise<unknown>): Promise<AfterFault> {
  const diedAt = Date.now();
  await kill();
  return { lives: false, diedAt };
}

async function during(
  lane: DrilledLane,
  page: Page,
  begin: (page: Page, lane: DrilledLane) => Promise<unknown>,
): Promise<AfterFault> {
  await begin(page, lane);
  await lane.type(page, lane.random.between(3, 14));
  await pause(lane.random.between(0, 1200));
  await page.context().setOffline(false);
  await page.unroute('**/draft');
  return { lives: true };
}

async function takeNetwork(page: Page): Promise<void> {
  await page.context().setOffline(true);
}

/** Lets the server handle the requests, and loses its answers. */
async function loseAnswers(page: Page): Promise<void> {
  await page.route('**/draft', async (route) => {
    await route.fetch().catch(ignoreEnd);
    await route.abort().catch(ignoreEnd);
  });
}

async function delayAnswers(page: Page, lane: DrilledLane): Promise<void> {
  await page.route('**/draft', async (route) => {
    await pause(lane.random.between(200, 2500));
    await route.continue().catch(ignoreEnd);
  });
}

async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash', { timeout: 10_000 });
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(ignoreEnd);
  await crashed;
  await page.close();
}

/** Ignores the error of a page that ended during the request, which is intended. */
function ignoreEnd(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}
