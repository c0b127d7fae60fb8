import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The colours that programs use too: in sharing pictures, manifests, and around pages. */
const SHARED = ['paper', 'ink', 'soft', 'rule', 'accent', 'wash'];
const PAIR = /^ *--([\w-]+): light-dark\((#\w+), (#\w+)\)/gm;
const THEME = new URL('../../components/theme/theme.css', import.meta.url);
const MODULE = new URL('../settings/theme-colours.ts', import.meta.url);

/**
 * Writes the colours of the theme as a module.
 * @param {string} css the theme, whose colours are `--name: light-dark(#light, #dark)`.
 * @returns {string} the text of `lib/settings/theme-colours.ts`.
 * @throws when the theme lacks one of them.
 */
export function themeColours(css) {
  const pairs = new Map(Array.from(css.matchAll(PAIR), ([, name, ...values]) => [name, values]));
  const schemes = [0, 1].map((scheme) =>
    SHARED.map((name) => {
      const value = pairs.get(name)?.[scheme];
      if (!value) throw new Error(`The theme has no colour “${name}” written as light-dark(#light, #dark).`);
      return `    ${name}: '${value}',`;
    }).join('\n'),
  );
  return `/** The colours of the theme. \`npm run theme\` writes them here from components/theme/theme.css. */
export const COLOURS = {
  light: {
${schemes[0]}
  },
  dark: {
${schemes[1]}
  },
};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(MODULE, themeColours(readFileSync(THEME, 'utf8')));
}
