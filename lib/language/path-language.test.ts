import { expect, test } from 'vitest';
import { languageOfPath, namedLanguage } from './path-language';

test.each([
  ['/km', 'km'],
  ['/km?x=1', 'km'],
  ['/km/feed.xml', 'km'],
  ['/', 'en'],
  ['/kmer', 'en'],
  ['/ទន្លេ', 'km'],
  [`/${encodeURIComponent('ទន្លេ')}?x=1`, 'km'],
  ['/%E1%9', 'en'],
  ['/topics/km', 'en'],
  ['*', 'en'],
  ['', 'en'],
])('an answer at %s is in the language %s', (path, language) => {
  expect(languageOfPath(path, 'en')).toBe(language);
});

test.each([
  ['/km/topics?q=1', 'km'],
  ['/en', 'en'],
  ['/topics/km', null],
  ['/ទន្លេ', null],
])('%s names the language %s', (path, language) => {
  expect(namedLanguage(path)).toBe(language);
});
