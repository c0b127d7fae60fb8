/*
 * Which modules may import which. lib/cli/reach.mjs lists the modules that must never be loaded together.
 * Imports point down: app -> components, app -> lib -> db.
 * Types count as much as values, except where a rule says otherwise.
 * The layer rules do not apply to tests and test data, but the rules on cycles do.
 */

const TESTS = '(\\.test\\.tsx?$|^tools/testing/)';
const DATABASE_CODE = 'node_modules/(@types/)?(better-sqlite3|drizzle-orm)/';
const SCREEN_CODE = 'node_modules/(@types/)?(react|react-dom|next|next-auth|@tiptap/react)/';
const EDITOR_CODE = 'node_modules/(@tiptap/[^/]+|prosemirror-[a-z]+)/';

/**
 * The folders of `lib`, from the bottom up. A folder imports only floors below its own, and no other folder on
 * its floor. The files directly in `lib` are between `language` and the others.
 */
const FLOORS = [
  ['language'],
  ['cleaning', 'document', 'search', 'settings'],
  ['fetching', 'process'],
  ['accounts', 'embeds'],
  ['backup', 'jobs', 'upgrade'],
  ['media'],
  ['labels'],
  ['posts'],
  ['compare', 'series', 'snippets', 'templates'],
  ['formats', 'samples'],
  ['serving', 'setup'],
  ['cli', 'next'],
];

/** Makes a rule: files at `from` import nothing at `to`. Both are paths, or conditions of dependency-cruiser. */
function never(name, from, to, comment) {
  return { name, comment, severity: 'error', from: conditions(from), to: conditions(to) };
}

function conditions(place) {
  return typeof place === 'string' || Array.isArray(place) ? { path: place } : place;
}

/** The files of a place without its tests and test data. */
function code(path, ...except) {
  return { path, pathNot: [TESTS, ...except] };
}

const everywhere = [
  never(
    'no-circular',
    {},
    { circular: true },
    'Two files that need each other should be one file, or share a third.',
  ),
  never(
    'no-orphans',
    {
      orphan: true,
      pathNot: ['\\.d\\.ts$', '\\.css$', '^lib/cli/', '^app/', '^e2e/', '\\.config\\.ts$', TESTS],
    },
    {},
    'A file that nothing imports is dead, unless a tool starts it.',
  ),
  never(
    'not-resolvable',
    {},
    { couldNotResolve: true, pathNot: ['^next/', '\\.css$'] },
    'An import that cannot be resolved hides what it imports from every other rule.',
  ),
];

const layers = [
  never('db-imports-nothing-of-ours', code('^db/'), '^(app|components|lib|tools|e2e)/'),
  never(
    'lib-knows-no-screen',
    { path: '^lib/', pathNot: '^lib/next/' },
    ['^(app|components)/', SCREEN_CODE],
    'The domain runs without React and Next: in the operator’s tool, the scheduler and tests.',
  ),
  never('only-next-code-uses-lib-next', code('^(lib|components|db)/', '^lib/next/'), '^lib/next/'),
  never(
    'components-never-query',
    code('^components/'),
    ['^db/', '^lib/[^/]+/(admin-)?queries\\.ts$', DATABASE_CODE],
    'Props in, markup out. What components need from rows is a type of the domain, next to the query.',
  ),
  never(
    'components-never-command',
    code('^components/'),
    { path: '^lib/[^/]+/commands/', dependencyTypesNot: ['type-only'] },
    'Server actions are props. Types of what a command takes and gives are the contract with a form.',
  ),
  never('components-import-no-app', '^components/', '^app/'),
  never(
    'the-program-uses-no-tools',
    code('^(app|components|db|lib)/', '^lib/cli/'),
    ['^tools/', TESTS],
    'What developers run stands outside what a publication runs.',
  ),
];

const components = [
  never('reader-components-use-no-desk-or-editor', '^components/reader/', '^components/(desk|editor)/'),
  never('desk-components-use-no-reader-or-editor', '^components/desk/', '^components/(reader|editor)/'),
  never(
    'editor-ground-uses-no-other-folder',
    '^components/editor/ground/',
    '^components/editor/(?!ground/)',
    'What all folders of the editor share would otherwise need all of them.',
  ),
  never(
    'editor-folders-do-not-use-each-other',
    '^components/editor/([^/]+)/',
    {
      path: '^components/',
      pathNot: ['^components/editor/($1|ground)/', '^components/desk/(ui|uploads|pictures)/'],
    },
    'The files at the top of components/editor connect the folders, by props.',
  ),
  never(
    'cleaning-is-free-of-frameworks',
    code('^lib/cleaning/'),
    ['^(app|components|db)/', '^lib/(?!(cleaning|language)/)', SCREEN_CODE, EDITOR_CODE, DATABASE_CODE],
    'Paste cleans in a browser and importers on a server; both use the same code.',
  ),
];

const floors = [
  never('language-uses-no-top-of-lib', code('^lib/language/'), '^lib/[^/]+$'),
  never('top-of-lib-uses-only-language', code('^lib/[^/]+$'), '^lib/(?!language/)[^/]+/'),
  ...FLOORS.flatMap((folders, floor) =>
    folders.map((folder) => {
      const forbidden = FLOORS.slice(floor).flat();
      return never(
        `lib-${folder}-uses-only-what-is-below`,
        code(`^lib/${folder}/`),
        `^lib/(${forbidden.filter((other) => other !== folder).join('|')})/`,
      );
    }),
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...everywhere, ...layers, ...components, ...floors],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^\\.next', '^\\.builds', '^data/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count too, marked as `type-only`; a finer analysis takes twice the time.
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
