import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { themeColours } from './theme-colours.mjs';

test('programs paint with the colours of the theme', () => {
  const css = readFileSync('components/theme/theme.css', 'utf8');
  // When this fails, run “npm run theme”.
  expect(readFileSync('lib/settings/theme-colours.ts', 'utf8')).toBe(themeColours(css));
});

test('a theme without one of these colours is refused', () => {
  expect(() => themeColours(':root { --paper: #fff }')).toThrow('“paper”');
});
