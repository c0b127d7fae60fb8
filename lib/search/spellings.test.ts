import fc from 'fast-check';
import { expect, test } from 'vitest';
import { otherSpellings } from './spellings';

test.each([
  [['12000'], [['12', '000']]],
  [['12', '000'], [['12000']]],
  [['1', '234', '567'], [['1234567']]],
  [['1234567'], [['1', '234', '567']]],
  [['12', '00'], []],
  [['1200', '000'], [['1', '200', '000']]],
  [['bridge'], []],
])('numbers %j are also written %j', (keys, expected) => {
  expect(otherSpellings(keys)).toEqual(expected);
});

test('a word with three spellings is found in each', () => {
  const spellings = [['អោ', 'យ'], ['ឱ្យ'], ['ឲ្យ']];
  for (const spelling of spellings) {
    const others = otherSpellings(['ក', ...spelling, 'ម']);
    const expected = spellings.filter((other) => other !== spelling).map((other) => ['ក', ...other, 'ម']);
    expect(others).toEqual(expect.arrayContaining(expected));
    expect(others).toHaveLength(2);
  }
});

test('other spellings have the same letters', () => {
  const key = fc.constantFrom('1', '12', '123', '000', '12000', '2025', 'ក', 'a');
  fc.assert(
    fc.property(fc.array(key, { maxLength: 6 }), (keys) => {
      for (const other of otherSpellings(keys)) expect(other.join('')).toBe(keys.join(''));
    }),
  );
});
