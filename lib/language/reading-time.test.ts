import { expect, test } from 'vitest';
import { readingTime } from './reading-time';

test('a text of 900 words takes four minutes, and the shortest takes one', () => {
  expect(readingTime(900, 'en', {})).toBe('4 min read');
  expect(readingTime(3, 'en', {})).toBe('1 min read');
});

test('Khmer uses Khmer digits', () => {
  expect(readingTime(2000, 'km', {})).toBe('អាន ១០ នាទី');
  expect(readingTime(2000, 'km', { hasOwnDigits: false })).toBe('អាន 10 នាទី');
});
