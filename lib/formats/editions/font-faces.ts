import { type FaceToCut, subsetFaces } from './subset-faces';

const FACE = /@font-face\s*\{([^{}]*)\}/g;
/** The weights in the stylesheets are in this range; a copy needs no others. */
const LIGHTEST = 400;
const HEAVIEST = 800;

/** The text of a page, by style. */
export interface SetText {
  upright: string;
  italic: string;
}

/**
 * Embeds the fonts of a stylesheet, each reduced to the characters that `text` has for it. A rule whose font
 * sets none of them is left out, and so is a second rule for the same file, which would differ only in when
 * to wait for it.
 * @param readFile a file of this site by its path, or null if there is none.
 */
export async function withFontsInside(
  css: string,
  text: SetText,
  readFile: (path: string) => Promise<Buffer | null>,
): Promise<string> {
  const used = new Map<string, FaceToCut & { rule: string }>();
  for (const [rule, declarations = ''] of css.matchAll(FACE)) {
    const path = /url\(\s*["']?(\/[^"')]+)/.exec(declarations)?.[1];
    if (!path || used.has(path)) continue;
    const face = await usedFace(declarations, text, () => readFile(path));
    if (face) used.set(path, { ...face, rule });
  }
  const faces = [...used.values()];
  const cut = await subsetFaces(faces);
  const inside = new Map(faces.map(({ rule }, index) => [rule, cut[index]]));
  return css.replace(FACE, (rule) => {
    const font = inside.get(rule);
    return font ? withFont(rule, font) : '';
  });
}

async function usedFace(
  declarations: string,
  text: SetText,
  readFont: () => Promise<Buffer | null>,
): Promise<FaceToCut | null> {
  const range = parseRange(/unicode-range:([^;}]+)/.exec(declarations)?.[1] ?? 'U+0-10FFFF');
  const wanted = /font-style:\s*italic/.test(declarations) ? text.italic : text.upright;
  const characters = [...new Set(wanted)].filter((character) => isIn(range, character)).join('');
  if (!characters.trim()) return null;
  const font = await readFont();
  return font && { font, characters, weights: weightsOf(declarations) };
}

/** Replaces the font's address in a rule with the font itself; there is nothing left to wait for. */
function withFont(rule: string, font: Buffer): string {
  const source = `src:url(data:font/woff2;base64,${font.toString('base64')}) format("woff2")`;
  return rule.replace(/src:[^;}]+/, () => source).replace(/font-display:[^;}]+;?/, '');
}

function weightsOf(declarations: string): FaceToCut['weights'] {
  const [, low, high] = /font-weight:\s*(\d+)\s+(\d+)/.exec(declarations) ?? [];
  if (!low || !high) return null;
  return { min: Math.max(LIGHTEST, Number(low)), max: Math.min(HEAVIEST, Number(high)) };
}

/** @see https://drafts.csswg.org/css-fonts/#unicode-range-desc */
function parseRange(range: string): [number, number][] {
  return range.split(',').map((part) => {
    const [first = '', last] = part.trim().replace(/^U\+/i, '').split('-');
    const at = (digits: string, wild: string) => Number.parseInt(digits.replaceAll('?', wild), 16);
    return [at(first, '0'), at(last ?? first, 'F')];
  });
}

function isIn(range: [number, number][], character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return range.some(([first, last]) => code >= first && code <= last);
}
