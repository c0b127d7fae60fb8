import { expect, test } from 'vitest';
import { countWords } from './words';

test('words are counted as people count them, in both languages', () => {
  expect(countWords('', 'en')).toBe(0);
  expect(countWords('Who pays? — “We do,” said the ferryman.\nTwo lines.', 'en')).toBe(9);
  expect(countWords('ខ្ញុំស្រឡាញ់ភាសាខ្មែរ។', 'km')).toBe(3);
});

test('a text beyond one piece loses no word and gains none', () => {
  expect(countWords('word '.repeat(5000), 'en')).toBe(5000);
  expect(countWords('ពាក្យ '.repeat(5000), 'km')).toBe(5000);
});

test('a long text takes time in proportion, not in its square', () => {
  const startedAt = performance.now();
  expect(countWords('ពាក្យ '.repeat(40_000), 'km')).toBe(40_000);
  expect(performance.now() - startedAt).toBeLessThan(4000);
});
