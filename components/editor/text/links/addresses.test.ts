import { expect, test } from 'vitest';
import { addressesIn, addressOf } from './addresses';

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['www.example.org', 'https://www.example.org'],
  ['example.com.kh/ferry', 'https://example.com.kh/ferry'],
  ['dara@example.org', 'mailto:dara@example.org'],
])('%s links to %s', (text, href) => {
  expect(addressOf(text)).toBe(href);
});

test.each([
  '10 p.m.',
  'e.g.this',
  'the end.The beginning',
  'notes.txt',
  'a.b',
  '3.14',
  'https://',
  '@someone',
])('%s is not an address', (text) => {
  expect(addressesIn(text)).toEqual([]);
});

test('punctuation around an address is not part of it', () => {
  const text = 'See (https://example.org/a), “example.org”. Or https://example.org/b_(c)!';
  expect(addressesIn(text).map((address) => address.text)).toEqual([
    'https://example.org/a',
    'example.org',
    'https://example.org/b_(c)',
  ]);
});

test('an address among other words is not the whole text', () => {
  expect(addressOf('see example.org')).toBeNull();
});
