import { expect, test } from 'vitest';
import { readLanguages } from './form-fields';

test('the main language comes first, and is enabled without a checkbox of its own', () => {
  expect(readLanguages({ mainLanguage: 'km' })).toEqual(['km']);
  expect(readLanguages({ mainLanguage: 'km', 'language.en': 'on' })).toEqual(['km', 'en']);
  expect(readLanguages({ mainLanguage: 'en', 'language.km': 'on', 'language.en': 'on' })).toEqual([
    'en',
    'km',
  ]);
});

test('an unknown language is not a choice', () => {
  expect(readLanguages({ mainLanguage: 'xx', 'language.yy': 'on' })).toEqual([]);
});
