import type { Browser, Page } from '@playwright/test';
import type { SignedIn } from '@/tools/running/browser';
import type { KindOfPage } from './kinds-of-pages';

const SCHEMES = ['light', 'dark'] as const;
const READER_WIDTHS = [360, 768, 1280, 1680];
const DESK_WIDTHS = [360, 1280];
const LONGEST_PX = 3200;
/** How long ago something was saved is different at each run. */
const CHANGING = 'time, [data-part="save-indicator"] { visibility: hidden !important }';

/** What is shown in a window: a page, and what is opened on it. */
export interface Screen extends KindOfPage {
  open?: (page: Page) => Promise<void>;
  /** The widths at which it differs, if not all of its side, in CSS pixels. */
  widths?: number[];
}

/** One screenshot: `name` says the screen, its width and its scheme. */
export interface Shot {
  name: string;
  png: Buffer;
}

/** Takes the screenshots of what readers see: light then dark, each from narrow to wide. */
export function readerShots(browser: Browser, url: string, screen: Screen): Promise<Shot[]> {
  return shotsOf(browser, url, { widths: READER_WIDTHS, ...screen }, {});
}

/** Takes the screenshots of a screen of the desk: light then dark, each narrow then wide. */
export function deskShots(
  browser: Browser,
  url: string,
  screen: Screen,
  storageState: SignedIn,
): Promise<Shot[]> {
  return shotsOf(browser, url, { widths: DESK_WIDTHS, ...screen }, { storageState });
}

async function shotsOf(
  browser: Browser,
  url: string,
  { name, path, open, widths }: Screen & { widths: number[] },
  session: { storageState?: SignedIn },
): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const colorScheme of SCHEMES) {
    for (const width of widths) {
      const page = await browser.newPage({ ...session, colorScheme, viewport: { width, height: 800 } });
      await page.goto(url + encodeURI(decodeURI(path)));
      await open?.(page);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      // Pictures further down only load when they come near the window.
      await page.setViewportSize({ width, height: Math.max(800, Math.min(height, LONGEST_PX)) });
      await settled(page);
      const style = session.storageState ? CHANGING : undefined;
      const png = await page.screenshot({ animations: 'disabled', style });
      shots.push({ name: `${name}-${width}-${colorScheme}`, png });
      await page.close();
    }
  }
  return shots;
}

/** Waits until the letters and the pictures within the window are there. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Two frames: the second follows what the new size of the window set off.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await document.fonts.ready;
    // A picture that is hidden, in what is closed, never loads.
    const near = [...document.images].filter(
      (image) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight,
    );
    await Promise.allSettled(near.map((image) => image.decode()));
    await new Promise(requestAnimationFrame);
  });
}
