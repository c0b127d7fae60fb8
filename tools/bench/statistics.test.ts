import { expect, test } from 'vitest';
import { median, percentile } from './statistics';

test('the median is the middle value, whatever the order', () => {
  expect(median([9, 1, 5])).toBe(5);
});

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([percentile(values, 50), percentile(values, 95), percentile(values, 99)]).toEqual([50, 95, 99]);
  expect(percentile([7], 99)).toBe(7);
});

test('statistics of no values throw an error', () => {
  expect(() => median([])).toThrow('Nothing was measured.');
});
