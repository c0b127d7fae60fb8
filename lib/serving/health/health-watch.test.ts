import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Fault, HealthWatch } from './health-watch';

const FULL: Fault = { part: 'disk', reason: 'It is full.' };
const GONE: Fault = { part: 'database', reason: 'It was removed.' };

let found: Fault[];
let now: number;
const report = vi.fn();
beforeEach(() => {
  found = [];
  now = 1000;
});
afterEach(() => {
  vi.useRealTimers();
  report.mockReset();
});
const watchOf = (...checks: ConstructorParameters<typeof HealthWatch>[0][number][]) =>
  new HealthWatch(checks, { report, now: () => now });

test('a fault is reported once when it begins and once when it ends, and keeps its time', async () => {
  const watch = watchOf(
    () => found,
    async () => [],
  );
  await watch.look();
  expect(watch.faults()).toEqual([]);
  found = [FULL];
  await watch.look();
  now = 2000;
  found = [FULL, GONE];
  await watch.look();
  expect(watch.faults()).toEqual([
    { ...FULL, since: 1000 },
    { ...GONE, since: 2000 },
  ]);
  found = [GONE];
  await watch.look();
  expect(report.mock.calls.map(([{ part }, isFailing]) => [part, isFailing])).toEqual([
    ['disk', true],
    ['database', true],
    ['disk', false],
  ]);
});

test('a check that throws is a fault', async () => {
  const watch = watchOf(() => {
    throw new Error('no such table');
  });
  await watch.look();
  expect(watch.faults()).toMatchObject([{ part: 'database', reason: 'no such table' }]);
});

test('a check that does not return for a minute is a fault, and no second one begins', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
  let finish = (_faults: Fault[]) => {};
  const check = vi.fn(
    () =>
      new Promise<Fault[]>((done) => {
        finish = done;
      }),
  );
  const watch = watchOf(check);
  watch.start();
  vi.advanceTimersByTime(59_000);
  expect(watch.faults()).toEqual([]);
  vi.advanceTimersByTime(2000);
  expect(watch.faults()).toMatchObject([{ part: 'disk' }]);
  expect(check).toHaveBeenCalledTimes(1);
  finish([]);
  await Promise.resolve();
  watch.stop();
});
