import { expect, test } from 'vitest';
import { missed } from './measure-saves';

const FRAME = 1000 / 60;
const save = { startedAt: 1000, answeredAt: 1010, endedAt: 1012 };
const steady = Array.from({ length: 200 }, (_, index) => index * FRAME);

test('frames at a steady pace are all counted as painted', () => {
  expect(missed(steady, [save])).toBe(0);
});

test('a gap near a save counts its frames, one elsewhere does not', () => {
  const without = (from: number, to: number) => steady.filter((at) => at < from || at > to);
  expect(missed(without(1000, 1000 + 2.5 * FRAME), [save])).toBe(3);
  expect(missed(without(2000, 2000 + 2.5 * FRAME), [save])).toBe(0);
});
