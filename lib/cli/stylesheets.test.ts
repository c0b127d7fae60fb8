import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Typefaces are figures, not looks. */
const TYPEFACES = 'app/(reader)/faces.css';
/** Every stylesheet, with the reason in its first line. docs/design.md says when a rule belongs in one. */
const STYLESHEETS = [
  'app/(admin)/admin/admin.css',
  'app/(reader)/base.css',
  TYPEFACES,
  'app/(reader)/reader.css',
  'components/editor/focus-mode.css',
  'components/editor/prosemirror.css',
  'components/theme/document.css',
  'components/theme/print.css',
  'components/theme/theme.css',
];
const MOST_LINES = 900;

const texts = new Map(STYLESHEETS.map((file) => [file, readFileSync(file, 'utf8')]));

test('looks are utilities: there are no other stylesheets', () => {
  expect(globSync('{app,components,lib,tools}/**/*.css').sort()).toEqual(STYLESHEETS);
});

test(`all stylesheets but typefaces together have at most ${MOST_LINES} lines`, () => {
  const looks = STYLESHEETS.filter((file) => file !== TYPEFACES).map((file) => texts.get(file) ?? '');
  const lines = looks.reduce((sum, text) => sum + text.split('\n').length - 1, 0);
  expect(lines).toBeLessThanOrEqual(MOST_LINES);
});

test.each(STYLESHEETS)('%s says in its first line why it is not utilities', (file) => {
  expect(texts.get(file)).toMatch(/^\/\* /);
});

test('colours are stated in the theme alone', () => {
  const elsewhere = STYLESHEETS.filter((file) => !/theme\.css|print\.css/.test(file));
  for (const file of elsewhere)
    expect(texts.get(file)?.match(/#[0-9a-f]{3,8}\b(?!")/gi) ?? [], file).toEqual([]);
  const components = globSync('{app,components}/**/*.tsx').filter((file) => !file.endsWith('.test.tsx'));
  expect(components.length).toBeGreaterThan(100);
  const painted = components.filter((file) =>
    /-\[[^\]\s]*#[0-9a-f]{3,8}\b/i.test(readFileSync(file, 'utf8')),
  );
  // Search engines and chats show a post in colours of their own, which these cards imitate.
  expect(painted).toEqual(['components/editor/publishing/proof/cards.tsx']);
});

/** How tests and tools would find a part by its class. */
const BY_CLASS = [
  /(?:locator|querySelector(?:All)?|closest|matches|\$\$?)\(\s*['"`](?:[^'"`]*[\s>+~(])?\.[a-z]/,
  /toHaveClass|getElementsByClassName/,
];
/** Classes that `lib/document` writes into a text are a part of its format. */
const OF_DOCUMENTS = /\.(?:pull-quote|tasks|footnotes|gallery|callout|embed|figure|player|table-scroll)\b/;

test('nothing finds a part of a page by its class', () => {
  const files = globSync([
    'e2e/**/*.ts',
    'tools/**/*.ts',
    'components/**/*.{ts,tsx}',
    'lib/{formats,serving}/**/*.ts',
  ]);
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => BY_CLASS.some((way) => way.test(line)) && !OF_DOCUMENTS.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
