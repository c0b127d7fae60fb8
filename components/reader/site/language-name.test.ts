import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGE_CODES, LANGUAGES } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { languageNameStyle } from './language-name';

/** Returns the characters that the small typeface sets. */
function charactersOfFace(): string[] {
  const face = readFileSync('app/(reader)/faces.css', 'utf8').split('font-family: LanguageNames;')[1] ?? '';
  const [, range = ''] = /unicode-range: ([^;]+);/.exec(face) ?? [];
  return Array.from(range.matchAll(/U\+([0-9A-F]+)/g), ([, code = '']) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

test('the small typeface has exactly the letters of the words that lead to languages with own letters', () => {
  const words = LANGUAGE_CODES.filter((code) => LANGUAGES[code].ownLetters).map(
    (code) => LANGUAGES[code].ownName + stringsFor(code).readIn,
  );
  expect(charactersOfFace().sort()).toEqual([...new Set(words.join(''))].sort());
});

test('only the name of another language with own letters is set in it', () => {
  expect(languageNameStyle('km', 'en')).toContain('LanguageNames');
  expect(languageNameStyle('km', 'km')).toBe('');
  expect(languageNameStyle('en', 'km')).toBe('');
});
