import { COLOURS } from './theme-colours';

/** The accent colour in both schemes, each as `#rrggbb`. */
export interface Accent {
  light: string;
  dark: string;
}

/** WCAG 2.2 asks this of text that is smaller than a headline. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const LEAST_CONTRAST = 4.5;
/** Steps on the way to black or white: small enough that nobody sees one. */
const STEPS = 100;

/** A colour as the settings store it. */
export const ACCENT_COLOUR = /^#[0-9a-f]{6}$/;

/**
 * Returns the accent colour of each scheme: the chosen one where it can be read on the paper and on washed areas of
 * that scheme, or else the nearest mixture with black (light) or white (dark) that can.
 * @param chosen as `#rrggbb`, or empty for the theme's own.
 */
export function accentOf(chosen: string): Accent {
  if (!ACCENT_COLOUR.test(chosen)) return { light: COLOURS.light.accent, dark: COLOURS.dark.accent };
  return {
    light: readable(chosen, '#000000', COLOURS.light),
    dark: readable(chosen, '#ffffff', COLOURS.dark),
  };
}

/** Returns the least contrast that a colour has with what text of it stands on in a scheme. */
export function leastContrast(colour: string, { paper, wash }: { paper: string; wash: string }): number {
  return Math.min(contrast(colour, paper), contrast(colour, wash));
}

/** Returns the contrast of two colours, from 1 to 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function readable(chosen: string, towards: string, scheme: { paper: string; wash: string }): string {
  for (let step = 0; step < STEPS; step += 1) {
    const colour = mixed(chosen, towards, step / STEPS);
    if (leastContrast(colour, scheme) >= LEAST_CONTRAST) return colour;
  }
  return towards;
}

function mixed(one: string, other: string, share: number): string {
  const [a, b] = [channels(one), channels(other)];
  const mix = a.map((value, index) => Math.round(value + ((b[index] ?? 0) - value) * share));
  return `#${mix.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
