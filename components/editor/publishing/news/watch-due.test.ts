import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchDue } from './watch-due';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => vi.useRealTimers());

/** Watches a post that is due at `at`; the server’s clock is `ahead` of this one. */
function watched(at: number, ahead = 0) {
  const asked: number[] = [];
  const ask = async () => void asked.push(Date.now());
  return { asked, end: watchDue({ at, now: () => Date.now() + ahead, ask }) };
}

test('the server is asked at the beginning, then not before the post is due, then twice a second', async () => {
  const { asked, end } = watched(HOUR_MS);
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(asked).toEqual([0]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual([0, HOUR_MS + 500, HOUR_MS + 1000]);
  end();
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(asked).toHaveLength(3);
});

test('the clock of the server counts, not that of the browser', async () => {
  const { asked } = watched(HOUR_MS, HOUR_MS - MINUTE_MS);
  await vi.advanceTimersByTimeAsync(MINUTE_MS + 500);
  expect(asked).toEqual([0, MINUTE_MS + 500]);
});

test('a post that is overdue for a minute is asked for once a minute', async () => {
  const { asked } = watched(0);
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  const before = asked.length;
  await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
  expect(asked.length - before).toBeLessThanOrEqual(11);
  expect(asked.length - before).toBeGreaterThanOrEqual(9);
});

test('a watch that was ended while it asks does not go on', async () => {
  const { asked, end } = watched(0);
  end();
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(asked).toEqual([0]);
});
