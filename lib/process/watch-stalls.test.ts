import { expect, test } from 'vitest';
import { watchStalls } from './watch-stalls';

/** Keeps the thread busy, as a long query does. */
function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('a stall of the event loop is reported with its length', async () => {
  const stalls: number[] = [];
  const end = watchStalls((ms) => stalls.push(ms));
  block(600);
  while (stalls.length === 0) await new Promise((done) => setTimeout(done, 20));
  end();
  expect(stalls[0]).toBeGreaterThan(250);
});
