import { expect, test } from 'vitest';
import { acceptedLanguage } from './accepted-language';

test.each([
  ['km-KH,km;q=0.9,en;q=0.8', 'km'],
  ['en-GB,en;q=0.9,km;q=0.8', 'en'],
  ['en;q=0.5, km;q=0.7', 'km'],
  ['fr-FR,fr;q=0.9,km;q=0.4,en;q=0.3', 'km'],
  ['KM', 'km'],
])('a browser that sends %s is answered in %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language);
});

test('a header that names no supported language decides nothing', () => {
  for (const header of [null, '', '*', 'fr,de;q=0.5', 'km;q=0', 'km;q=high', ';;,,', 'constructor']) {
    expect(acceptedLanguage(header), String(header)).toBeNull();
  }
});
