import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COLOURS, LEADINGS, RADII, SHADOWS, SIZES, WEIGHTS } from './tokens';

const theme = readFileSync('components/theme/theme.css', 'utf8');
/** Colours without a value of their own need no sample. */
const PLAIN = ['black', 'white', 'transparent', 'current'];

test.each([
  ['color', COLOURS],
  ['text', SIZES],
  ['font-weight', WEIGHTS],
  ['leading', LEADINGS],
  ['radius', RADII],
  ['shadow', SHADOWS],
])('the design page shows every token --%s-* of the theme', (group, shown) => {
  const tokens = [...theme.matchAll(new RegExp(`^ {2}--${group}-([\\w-]+):`, 'gm'))].map(([, name]) => name);
  const themed = tokens.filter((name) => name && !PLAIN.includes(name));
  expect(themed.length).toBeGreaterThan(2);
  expect(Object.keys(shown)).toEqual(themed);
});
