import { expect, test } from 'vitest';
import { renderGrowth, type Size } from './growth-table';
import type { Measured } from './measured';

function sizesOf(promise: Measured['promise'], ...processorMs: (number | null)[]): Size[] {
  return processorMs.map((processor, index) => ({
    posts: 1000 * 10 ** index,
    measured: [{ what: 'a page', promise, ms: 12, longestMs: 40, processorMs: processor }],
  }));
}

test('a figure that grows by more than half breaks its promise', () => {
  expect(renderGrowth(sizesOf('flat', 10, 12, 15))).not.toContain('BROKEN');
  expect(renderGrowth(sizesOf('flat', 10, 12, 15.1))).toContain('BROKEN');
});

test('a page of the desk may grow, up to its time at the largest size', () => {
  expect(renderGrowth(sizesOf('desk', 10, 100, 150))).not.toContain('BROKEN');
  expect(renderGrowth(sizesOf('desk', 10, 100, 151))).toContain('BROKEN');
});

test('a search has a limit of processor time, and of its longest time on the clock', () => {
  expect(renderGrowth(sizesOf('search', 5, 20))).not.toContain('BROKEN');
  expect(renderGrowth(sizesOf('search', 5, 21))).toContain('BROKEN');
  const slow = sizesOf('search', 5, 5).map(({ posts, measured }) => ({
    posts,
    measured: measured.map((one) => ({ ...one, longestMs: 51 })),
  }));
  expect(renderGrowth(slow)).toContain('BROKEN');
});

test('each row has its figures at every size and their ratio to the smallest', () => {
  const [head, row] = renderGrowth(sizesOf('flat', 10, 12)).split('\n');
  expect(head).toContain('1,000');
  expect(head).toContain('× at 10,000');
  expect(row).toContain('10.0 (12–40)');
  expect(row).toContain('1.20');
});

test('what reads everything may grow with the posts, and by half more', () => {
  expect(renderGrowth(sizesOf('eachPost', 10, 150))).not.toContain('BROKEN');
  expect(renderGrowth(sizesOf('eachPost', 10, 151))).toContain('BROKEN');
});

test('memory has a limit with few posts, and another with many', () => {
  const memory = (...mib: number[]) =>
    sizesOf('memory', ...mib.map(() => null)).map(({ posts, measured }, index) => ({
      posts,
      measured: measured.map((one) => ({ ...one, ms: mib[index] ?? 0 })),
    }));
  expect(renderGrowth(memory(350, 450))).not.toContain('BROKEN');
  expect(renderGrowth(memory(351, 351))).toContain('BROKEN');
  expect(renderGrowth(memory(300, 451))).toContain('BROKEN');
  expect(renderGrowth(memory(351))).toContain('BROKEN');
});
