import { expect, test } from 'vitest';
import { byName } from './by-name';

const named = (...names: string[]) => names.map((name) => ({ name: { en: name, km: name } }));

test('names are sorted as the dictionaries of their language do', () => {
  const sort = (language: 'en' | 'km', ...names: string[]) =>
    byName(named(...names), language).map(({ name }) => name.en);
  expect(sort('en', 'river', 'Étude', 'zebra', 'Apple', 'Part 10', 'Part 9')).toEqual([
    'Apple',
    'Étude',
    'Part 9',
    'Part 10',
    'river',
    'zebra',
  ]);
  // The independent vowel ឥ is sorted like អ with its vowel, after all other consonants, though its code is lower.
  expect(sort('km', 'ឥន្ធនៈ', 'សេដ្ឋកិច្ច', 'កសិកម្ម', 'ទន្លេ')).toEqual(['កសិកម្ម', 'ទន្លេ', 'សេដ្ឋកិច្ច', 'ឥន្ធនៈ']);
});

test('a name that is missing in the language is sorted by the one that is shown instead', () => {
  const things = [{ name: { en: 'b' } }, { name: { km: 'a' } }];
  expect(byName(things, 'en')).toEqual([{ name: { km: 'a' } }, { name: { en: 'b' } }]);
});
