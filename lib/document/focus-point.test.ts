import { expect, test } from 'vitest';
import { focusPoint } from './focus-point';

test.each([
  [0, 100, '[--x:0%] [--y:100%]'],
  [14, 50, '[--x:10%] [--y:50%]'],
  [100, 86, '[--x:100%] [--y:90%]'],
])('a focus at %d, %d is said by %s', (focusX, focusY, expected) => {
  expect(focusPoint({ focusX, focusY })).toBe(`object-[var(--x)_var(--y)] ${expected}`);
});

test('a picture without a focus point is cut off on all sides alike', () => {
  expect(focusPoint({ focusX: 50, focusY: 50 })).toBe('');
});
