import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findClockHold, mayForgetOld, observeClock, publicationWaitsUntil } from './clock-jumps';
import { machineTime } from './machine-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 1);

let site: TestSite;
let offset: number;
let elapsed: number;
let boot: string;
let upFrom: number;
beforeEach(() => {
  site = openTestSite();
  [offset, elapsed, boot, upFrom] = [0, 0, 'first', 0];
  look();
});
afterEach(() => site.close());

const now = () => START + elapsed + offset;
const look = () =>
  site.db.transaction((tx) => observeClock(tx, { now: now(), upMs: HOUR + elapsed - upFrom, boot }));
const mayForget = () => mayForgetOld(site.db, now());
const waits = (dueAt: number) => publicationWaitsUntil(site.db, dueAt, now());
function pass(ms: number) {
  elapsed += ms;
  return look();
}
function restartMachine() {
  boot = 'second';
  upFrom = elapsed + HOUR;
}

test('time that passes, also while the program or the machine’s sleep stops it, is no jump', () => {
  expect([pass(5000), pass(40 * DAY), pass(5000)]).toEqual([null, null, null]);
  expect(mayForget()).toBe(true);
  expect(waits(now())).toBeNull();
});

test('a clock that is corrected by minutes is trusted', () => {
  offset += 4 * MINUTE;
  expect(pass(5000)).toBeNull();
  offset -= 4 * MINUTE;
  expect(pass(5000)).toBeNull();
  expect(mayForget()).toBe(true);
});

test('after a jump forward, what became due by it waits for a day, and nothing old is forgotten', () => {
  offset += 40 * DAY;
  const hold = {
    kind: 'jump',
    from: START + 5000,
    to: START + 5000 + 40 * DAY,
    until: START + 5000 + 41 * DAY,
  };
  expect(pass(5000)).toEqual(hold);
  expect(findClockHold(site.db, now())).toEqual(hold);
  expect(mayForget()).toBe(false);
  expect([waits(hold.from), waits(hold.from + 1), waits(hold.to), waits(hold.to + 1)]).toEqual([
    null,
    hold.until,
    hold.until,
    null,
  ]);
  expect(pass(DAY - 1)).toBeNull();
  expect(mayForget()).toBe(false);
  pass(1);
  expect(mayForget()).toBe(true);
  expect(waits(hold.to)).toBeNull();
});

test('between a jump and the next look nothing irreversible is done either', () => {
  offset += 40 * DAY;
  expect(mayForget()).toBe(false);
  expect(waits(START + DAY)).toBe(now() + 1000);
  offset = -6 * MINUTE;
  expect(mayForget()).toBe(false);
});

test('a clock that is set back is not trusted for a day, and holds no post', () => {
  offset -= DAY;
  expect(pass(5000)).toMatchObject({ kind: 'jump', until: now() + DAY });
  expect(mayForget()).toBe(false);
  expect(waits(now() - 1000)).toBeNull();
});

test('a clock that is set right again is trusted at once', () => {
  offset += 40 * DAY;
  pass(5000);
  pass(HOUR);
  offset -= 40 * DAY;
  expect(pass(5000)).toBe('right');
  expect(mayForget()).toBe(true);
});

test('several jumps hold everything since the first', () => {
  for (const _time of [1, 2]) {
    offset += 20 * DAY;
    pass(HOUR);
  }
  expect(findClockHold(site.db, now())).toMatchObject({
    from: START + 2 * HOUR,
    to: now(),
    until: now() + DAY,
  });
  expect(waits(START + DAY)).not.toBeNull();
});

test('a jump while the program was off is noticed if the machine ran on', () => {
  offset += 40 * DAY;
  expect(pass(3 * HOUR)).toMatchObject({ kind: 'jump', from: START + 3 * HOUR });
});

test('after a machine was off for long, posts are published, and old things stay for a day', () => {
  restartMachine();
  expect(pass(40 * DAY)).toMatchObject({ kind: 'stop', from: START, to: START + 40 * DAY });
  expect(waits(START + 10 * DAY)).toBeNull();
  expect(mayForget()).toBe(false);
  pass(DAY);
  expect(mayForget()).toBe(true);
});

test('a machine that was off for less than a day is trusted, one whose clock went back is not', () => {
  restartMachine();
  expect(pass(DAY)).toBeNull();
  expect(mayForget()).toBe(true);
  boot = 'third';
  offset -= 2 * DAY;
  expect(pass(HOUR)).toMatchObject({ kind: 'jump' });
});

test('the time of this machine passes', () => {
  const [first, second] = [machineTime(), machineTime()];
  expect(second.upMs).toBeGreaterThanOrEqual(first.upMs);
  expect(second.boot).toBe(first.boot);
  expect(first.boot).not.toBe('');
});
