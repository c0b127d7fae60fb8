import { expect, test } from 'vitest';
import { excerptFrom } from './excerpt';

const LONGEST = 220;

test('a short text is its own excerpt, in one line', () => {
  expect(excerptFrom('  One\n\ttwo.  ')).toBe('One two.');
  expect(excerptFrom('x'.repeat(LONGEST))).toBe('x'.repeat(LONGEST));
});

test('a longer text is cut after the last whole word within 220 characters', () => {
  const excerpt = excerptFrom('seven77 '.repeat(100));
  expect(excerpt).toBe(`${'seven77 '.repeat(27).trim()}…`);
  expect(excerptFrom(`${'x'.repeat(LONGEST - 1)} end`)).toBe(`${'x'.repeat(LONGEST - 1)}…`);
  expect(excerptFrom(`${'x'.repeat(LONGEST)} end`)).toBe(`${'x'.repeat(LONGEST)}…`);
});

test('Khmer is cut between words', () => {
  const words = ['ខ្ញុំ', 'ស្រឡាញ់', 'ភាសា', 'ខ្មែរ'];
  const excerpt = excerptFrom(words.join('').repeat(30));
  expect(excerpt.length).toBeGreaterThan(LONGEST - 10);
  expect(excerpt.length).toBeLessThanOrEqual(LONGEST + 1);
  expect(words.some((word) => excerpt.slice(0, -1).endsWith(word))).toBe(true);
});
