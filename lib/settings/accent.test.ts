import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentOf, contrast, LEAST_CONTRAST, leastContrast } from './accent';
import { COLOURS } from './theme-colours';

const channel = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, '0'));
const colour = fc.tuple(channel, channel, channel).map((parts) => `#${parts.join('')}`);

test('whatever colour is chosen, its text can be read in light and in dark', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const { light, dark } = accentOf(chosen);
      expect(leastContrast(light, COLOURS.light)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      expect(leastContrast(dark, COLOURS.dark)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      expect(`${light} ${dark}`).toMatch(/^#[0-9a-f]{6} #[0-9a-f]{6}$/);
    }),
  );
});

test('a colour that can be read stays as it was chosen', () => {
  expect(accentOf('#0a5c36').light).toBe('#0a5c36');
  expect(accentOf('#9fd8ff').dark).toBe('#9fd8ff');
});

test('without a colour, or with what is none, it is the theme’s', () => {
  for (const none of ['', 'red', '#12345g', '#fff'])
    expect(accentOf(none)).toEqual({ light: COLOURS.light.accent, dark: COLOURS.dark.accent });
});

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
