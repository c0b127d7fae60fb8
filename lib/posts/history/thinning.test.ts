import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_BYTES, MAX_POINTS, pointsToThin, type ThinningPoint } from './thinning';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = 20_000 * DAY;

const pointAt = (age: number, others: Partial<ThinningPoint> = {}): ThinningPoint => ({
  id: age,
  createdAt: now - age,
  isNamed: false,
  isBeforeChange: false,
  bytes: 1000,
  ...others,
});
const kept = (points: ThinningPoint[], at = now) => {
  const gone = new Set(pointsToThin(points, at));
  return points.filter(({ id }) => !gone.has(id));
};
const every = (stepMs: number, fromMs: number, toMs: number) =>
  Array.from({ length: (toMs - fromMs) / stepMs }, (_, n) => pointAt(fromMs + n * stepMs));

describe('restore points are thinned by age', () => {
  test('to one in ten minutes for a day', () => {
    expect(kept(every(2 * MINUTE, 0, 4 * HOUR)).length).toBeLessThanOrEqual(25);
    expect(kept(every(10 * MINUTE, 0, DAY))).toHaveLength(144);
  });

  test('to one an hour for a week, one a day for a quarter, one a week after that', () => {
    expect(kept(every(10 * MINUTE, 2 * DAY, 3 * DAY)).length).toBeLessThanOrEqual(25);
    expect(kept(every(HOUR, 20 * DAY, 30 * DAY)).length).toBeLessThanOrEqual(11);
    expect(kept(every(DAY, 182 * DAY, 252 * DAY)).length).toBeLessThanOrEqual(11);
  });

  test('so that the newest of those too close stays', () => {
    const [older, newer] = [pointAt(10 * DAY + 2 * HOUR), pointAt(10 * DAY + HOUR)];
    expect(kept([older, newer])).toEqual([newer]);
  });

  test('except those with a name, which always stay, and replace no others', () => {
    const named = pointAt(400 * DAY, { isNamed: true });
    const beside = pointAt(400 * DAY + MINUTE);
    expect(kept([named, beside])).toEqual([named, beside]);
  });

  test('except that those before a large change stay close together for a day', () => {
    const close = [1, 2, 3].map((n) => pointAt(HOUR + n, { isBeforeChange: true }));
    expect(kept(close)).toHaveLength(3);
    expect(kept(close, now + 2 * DAY)).toHaveLength(1);
  });

  test('so that the limits always hold, the newest stays and thinning again deletes none', () => {
    const point = fc.record({
      id: fc.nat(),
      createdAt: fc.integer({ min: now - 1000 * DAY, max: now }),
      isNamed: fc.boolean(),
      isBeforeChange: fc.boolean(),
      bytes: fc.integer({ min: 0, max: 4_000_000 }),
    });
    const points = fc.uniqueArray(point, { selector: ({ id }) => id, maxLength: 400 });
    fc.assert(
      fc.property(points, (all) => {
        const left = kept(all);
        expect(kept(left)).toEqual(left);
        expect(all.filter(({ isNamed }) => isNamed).every((named) => left.includes(named))).toBe(true);
        const unnamed = left.filter(({ isNamed }) => !isNamed);
        expect(unnamed.length).toBeLessThanOrEqual(MAX_POINTS);
        expect(unnamed.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(MAX_BYTES);
        if (all.some(({ isNamed }) => !isNamed)) {
          const newest = Math.max(...all.filter(({ isNamed }) => !isNamed).map(({ createdAt }) => createdAt));
          expect(unnamed.some(({ createdAt }) => createdAt === newest)).toBe(true);
        }
      }),
    );
  });
});
