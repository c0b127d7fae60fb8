import { expect, test } from 'vitest';
import { fill } from './fill';

test('placeholders are filled by name, and one without a value stays visible', () => {
  expect(fill('{count} of {all} posts, {count} new', { count: 3, all: 9 })).toBe('3 of 9 posts, 3 new');
  expect(fill('{count} posts by {who}', { count: 0 })).toBe('0 posts by {who}');
});

test('a word takes the form that fits its number, however the number is written', () => {
  const words = (count: number | string) => fill('{count} {count:word|words}', { count });
  expect([0, 1, 2, '1', '1,001'].map(words)).toEqual([
    '0 words',
    '1 word',
    '2 words',
    '1 word',
    '1,001 words',
  ]);
  expect(fill('{gone:it|them}', { count: 1 })).toBe('{gone:it|them}');
});
