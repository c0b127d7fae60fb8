import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import sharp from 'sharp';
import { openDatabase } from '@/db/client';
import { openBrowser } from '@/tools/running/browser';
import type { CleanUp } from '@/tools/running/clean-up';
import { Server } from '@/tools/running/server';
import { type KindOfPage, kindsOfPages } from './kinds-of-pages';

const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'] as const;
const LONGEST_PX = 3200;
const GAP_PX = 24;
const GREY = '#808080';
/** The scale of the screens on the sheet. */
const SCALE = 0.5;

/**
 * Takes screenshots of every kind of page of a publication with samples, at three widths in both schemes, and puts the
 * six on one sheet.
 * @param folder where the sheets go, a JPEG for each kind of page.
 * @returns how many were made.
 */
export async function makeContactSheet(
  folder: string,
  chromium: string,
  cleanUp: CleanUp,
  say: (sentence: string) => void,
): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadside-sheet-'));
  cleanUp.later(() => rmSync(dataDir, { recursive: true, force: true }));
  say('Starting a publication with samples…');
  const { url } = await Server.start(dataDir, cleanUp);
  const db = openDatabase(join(dataDir, 'broadside.db'));
  const kinds = kindsOfPages(db);
  db.$client.close();
  const browser = await openBrowser({ tools: { chromium }, cleanUp });
  mkdirSync(folder, { recursive: true });
  for (const kind of kinds) {
    say(kind.name);
    await laySheet(await shotsOf(browser, url, kind), join(folder, `${kind.name}.jpg`));
  }
  return kinds.length;
}

/** Takes the screenshots: light then dark, each from narrow to wide, as PNG. */
async function shotsOf(browser: Browser, url: string, { path }: KindOfPage): Promise<Buffer[]> {
  const shots: Buffer[] = [];
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
      await page.goto(url + encodeURI(path));
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      // Pictures further down only load when they come near the window.
      await page.setViewportSize({ width, height: Math.min(height, LONGEST_PX) });
      await page.waitForLoadState('networkidle');
      shots.push(await page.screenshot());
      await page.close();
    }
  }
  return shots;
}

async function laySheet(shots: Buffer[], file: string): Promise<void> {
  const small = await Promise.all(
    shots.map(async (shot) => {
      const { width } = await sharp(shot).metadata();
      return sharp(shot)
        .resize({ width: Math.round(width * SCALE) })
        .png()
        .toBuffer({ resolveWithObject: true });
    }),
  );
  let left = GAP_PX;
  const placed = small.map(({ data, info }) => {
    const place = { input: data, left, top: GAP_PX };
    left += info.width + GAP_PX;
    return place;
  });
  const height = Math.max(...small.map(({ info }) => info.height)) + 2 * GAP_PX;
  await sharp({ create: { width: left, height, channels: 3, background: GREY } })
    .composite(placed)
    .jpeg({ quality: 80 })
    .toFile(file);
}
