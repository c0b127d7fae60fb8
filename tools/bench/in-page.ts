import type { Page } from '@playwright/test';

/*
 * What runs inside the page. Functions here must be anonymous: the compiler would add a call to a helper that does not
 * exist in the page.
 */

declare global {
  interface Window {
    bench: { readyAt: number | null; keysMs: number[]; frames: number[] };
  }
}

/** Makes every page of this tab record when its editor becomes editable, and how long each key takes to be painted. */
export async function watchEditor(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.bench = { readyAt: null, keysMs: [], frames: [] };
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('[data-part="writing-body"][contenteditable="true"]')) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        setTimeout(() => {
          window.bench.readyAt = performance.now();
        });
      });
    }).observe(document, { subtree: true, childList: true, attributes: true });
    addEventListener(
      'keydown',
      (event) => {
        // A task posted in the last callback before a paint runs right after the paint.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            window.bench.keysMs.push(performance.now() - event.timeStamp);
            channel.port1.close();
          };
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}

/** Returns the milliseconds from navigation until the text was editable and painted. */
export async function readyAt(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.bench.readyAt);
  const ms = await handle.jsonValue();
  if (ms === null) throw new Error('The editor did not open.');
  return ms;
}

/** Returns, for each key press so far, the milliseconds until its letter was painted. */
export function keyTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => window.bench.keysMs);
}

/** One save of a draft, in milliseconds since the page was opened. */
export interface SaveTimes {
  startedAt: number;
  answeredAt: number;
  endedAt: number;
}

/** Records the start of each frame from now on. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(1000);
    const callbacks = {
      next(at: number) {
        window.bench.frames.push(at);
        requestAnimationFrame(callbacks.next);
      },
    };
    requestAnimationFrame(callbacks.next);
  });
}

/**
 * Returns what {@link watchFrames} recorded, and the saves in the meantime.
 * @see https://w3c.github.io/resource-timing/
 */
export function recordSaves(page: Page): Promise<{ frames: number[]; saves: SaveTimes[] }> {
  return page.evaluate(() => {
    const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const saves = requests.filter(
      ({ name, initiatorType }) => initiatorType === 'fetch' && /\/draft$/.test(name),
    );
    return {
      frames: window.bench.frames,
      saves: saves.map(({ startTime, responseStart, responseEnd }) => ({
        startedAt: startTime,
        answeredAt: responseStart,
        endedAt: responseEnd,
      })),
    };
  });
}
