import { expect, test, vi } from 'vitest';
import { countWords } from './words';

test('words are counted as people count them, in both languages', () => {
  expect(countWords('', 'en')).toBe(0);
  expect(countWords('Who pays? — “We do,” said the ferryman.\nTwo lines.', 'en')).toBe(9);
  expect(countWords('ខ្ញុំស្រឡាញ់ភាសាខ្មែរ។', 'km')).toBe(3);
});

test('a text longer than one piece loses and gains no word', () => {
  expect(countWords('word '.repeat(5000), 'en')).toBe(5000);
  expect(countWords('ពាក្យ '.repeat(5000), 'km')).toBe(5000);
});

test.each([
  ['spaces', 'ពាក្យ '.repeat(4000)],
  ['one word without end', 'ក'.repeat(20_000)],
])('a long text of %s is segmented in short pieces, each letter once', (_of, text) => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  countWords(text, 'km');
  const lengths = segment.mock.calls.map(([piece]) => piece.length);
  segment.mockRestore();
  expect(Math.max(...lengths)).toBeLessThanOrEqual(401);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(text.length);
});
