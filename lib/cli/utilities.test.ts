import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { __unstable__loadDesignSystem } from 'tailwindcss';
import { expect, test } from 'vitest';

/** Where class names are: an attribute, the strings of a `cva`, and constants named after what they style. */
const PLACES = [
  /className=(?:"([^"]*)"|\{`([^`]*)`\})/g,
  /className: '([^']*)'/g,
  /(?:const [a-zA-Z_]*(?:style|STYLE|Style|COLUMN|LINK|ROOM)[a-zA-Z_]* =\s*)'([^']*)'/g,
  /cva\(\s*'([^']*)'/g,
];
const INTERPOLATED = /\$\{[^}]*\}/g;
/** Classes that are not utilities: the body of a text, and what children ask about their ancestors. */
const NAMES = /^(?:document|peer(?:\/\w+)?|group(?:\/\w+)?)$/;
/** The scheme is chosen by `light-dark()` in the theme, not by the device alone. */
const BY_DEVICE = /(?:^|:)dark:/;

test('every class is a utility of the theme', async () => {
  const files = globSync('{app,components}/**/*.tsx').filter((file) => !file.endsWith('.test.tsx'));
  const used = new Map(files.flatMap((file) => classesOf(file).map((name) => [name, file] as const)));
  expect(used.size).toBeGreaterThan(500);
  const theme = await designSystem();
  const names = [...used.keys()];
  const compiled = theme.candidatesToCss(names);
  const unknown = names.filter(
    (name, index) => !NAMES.test(name) && (!compiled[index] || BY_DEVICE.test(name)),
  );
  expect(unknown.map((name) => `${used.get(name)}: ${name}`)).toEqual([]);
});

test('what the theme does not have is no utility', async () => {
  const theme = await designSystem();
  expect(theme.candidatesToCss(['text-sm', 'rounded', 'bg-red-500', 'text-ui'])).toEqual([
    null,
    null,
    null,
    expect.stringContaining('font-size'),
  ]);
});

function classesOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return PLACES.flatMap((place) => [...text.matchAll(place)])
    .flatMap(([, plain = '', template = '']) =>
      `${plain} ${template}`.replace(INTERPOLATED, ' ').split(/\s+/),
    )
    .filter(Boolean);
}

function designSystem() {
  const base = resolve('components/theme');
  const css = '@import "./theme.css"; @import "tailwindcss/utilities" layer(utilities);';
  return __unstable__loadDesignSystem(css, {
    base,
    loadStylesheet: async (id, from) => {
      const path = id.startsWith('.') ? join(from, id) : resolve('node_modules', `${id}.css`);
      return { path, base: dirname(path), content: readFileSync(path, 'utf8') };
    },
  });
}
