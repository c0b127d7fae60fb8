import { expect, test } from 'vitest';
import { partsAround } from './parts-around';

const parts = Array.from({ length: 20 }, (_, index) => index + 1);

test('a short series is listed in full', () => {
  expect(partsAround([1, 2, 3], 1)).toEqual({ shown: [1, 2, 3], first: 0 });
});

test('a long series lists the nine parts around the current one, also at its ends', () => {
  expect(partsAround(parts, 10)).toEqual({ shown: [7, 8, 9, 10, 11, 12, 13, 14, 15], first: 6 });
  expect(partsAround(parts, 0)).toEqual({ shown: [1, 2, 3, 4, 5, 6, 7, 8, 9], first: 0 });
  expect(partsAround(parts, 19)).toEqual({ shown: [12, 13, 14, 15, 16, 17, 18, 19, 20], first: 11 });
});
