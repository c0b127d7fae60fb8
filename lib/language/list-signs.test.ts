import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIST_TYPES, listSign, readingsOf } from './list-signs';

test('lists count in every way', () => {
  const first = LIST_TYPES.map((type) => [1, 2, 4, 26].map((number) => listSign(type, number)));
  expect(first).toEqual([
    ['1', '2', '4', '26'],
    ['a', 'b', 'd', 'z'],
    ['A', 'B', 'D', 'Z'],
    ['i', 'ii', 'iv', 'xxvi'],
    ['I', 'II', 'IV', 'XXVI'],
    ['១', '២', '៤', '២៦'],
    ['ក', 'ខ', 'ឃ', 'យ'],
  ]);
  expect([listSign('a', 27), listSign('khmer-letters', 34), listSign('i', 1999)]).toEqual([
    'aa',
    'កក',
    'mcmxcix',
  ]);
});

test('every sign can be read as what it was written from', () => {
  const type = fc.constantFrom(...LIST_TYPES);
  fc.assert(
    fc.property(type, fc.integer({ min: 1, max: 600 }), (type, number) => {
      expect(readingsOf(listSign(type, number))).toContainEqual({ type, number });
    }),
  );
});

test('an ambiguous sign is first read as the smaller number', () => {
  expect(readingsOf('i').map(({ number }) => number)).toEqual([1, 9]);
  expect(readingsOf('c')[0]).toEqual({ type: 'a', number: 3 });
  expect(readingsOf('iiii')).toEqual([]);
});
