import { expect, test } from 'vitest';
import { readLanguages } from './form-fields';

test('the main language comes first, and is on without a box of its own', () => {
  expect(readLanguages({ mainLanguage: 'km' })).toEqual(['km']);
  expect(readLanguages({ mainLanguage: 'km', 'language.en': 'on' })).toEqual(['km', 'en']);
  expect(readLanguages({ mainLanguage: 'en', 'language.km': 'on', 'language.en': 'on' })).toEqual([
    'en',
    'km',
  ]);
});

test('a language that nobody knows is no choice', () => {
  expect(readLanguages({ mainLanguage: 'xx', 'language.yy': 'on' })).toEqual([]);
});
