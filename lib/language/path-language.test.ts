import { expect, test } from 'vitest';
import { languageOfPath } from './path-language';

test.each([
  ['/km', 'km'],
  ['/km?x=1', 'km'],
  ['/km/feed.xml', 'km'],
  ['/', 'en'],
  ['/kmer', 'en'],
  ['/topics/km', 'en'],
  ['*', 'en'],
  ['', 'en'],
])('an answer at %s is in the language %s', (path, language) => {
  expect(languageOfPath(path, 'en')).toBe(language);
});
