import { expect, test } from 'vitest';
import { parseSlug, slugFrom } from './slug';

test('a slug keeps letters of every script and nothing else', () => {
  expect(slugFrom('  “Who pays?” — 2 views  ')).toBe('who-pays-2-views');
  expect(slugFrom('ស្ពាន\u200bរបស់ យើង។')).toBe('ស្ពានរបស់-យើង');
  expect(slugFrom('The river’s price')).toBe('the-rivers-price');
});

test('a slug is cut to a length that every browser and chat app takes', () => {
  expect([...slugFrom('word '.repeat(100))].length).toBeLessThanOrEqual(100);
});

test('an address that the site itself uses, or an empty one, is refused', () => {
  for (const wanted of ['admin', 'KM', 'Search', '404', '…']) expect(() => parseSlug(wanted)).toThrow();
});
