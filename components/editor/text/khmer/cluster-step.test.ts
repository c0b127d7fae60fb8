import { expect, test } from 'vitest';
import { clusterStep } from './cluster-step';

const WOMAN = 'ស្ត្រី';

test('the caret moves past a consonant with its subscripts and vowels in one step', () => {
  expect(clusterStep(`ក${WOMAN}ក`, 1, 1)).toBe(1 + WOMAN.length);
  expect(clusterStep(`ក${WOMAN}ក`, 1 + WOMAN.length, -1)).toBe(1);
});

test('from within a cluster the caret moves to its end or its beginning', () => {
  expect(clusterStep(WOMAN, 2, 1)).toBe(WOMAN.length);
  expect(clusterStep(WOMAN, 2, -1)).toBe(0);
});

test('other scripts are left to the browser', () => {
  expect(clusterStep('abc', 1, 1)).toBeNull();
  expect(clusterStep('ក', 1, 1)).toBeNull();
  expect(clusterStep('ក', 0, -1)).toBeNull();
});
