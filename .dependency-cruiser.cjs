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
 * The folders of `lib` that a publication consists of, from the bottom up. A folder uses only floors below
 * its own, and no other folder on the same floor.
 */
const FLOORS = [
  ['language'],
  ['settings'],
  ['document'],
  ['media', 'search'],
  ['labels'],
  ['posts'],
  ['compare', 'series'],
  ['formats'],
  ['serving'],
];

const floors = FLOORS.flatMap((folders, floor) =>
  folders.map((folder) => {
    const notBelow = FLOORS.slice(floor).flat();
    const forbidden = notBelow.filter((other) => other !== folder);
    return {
      name: `lib-${folder}-uses-only-what-is-below`,
      severity: 'error',
      from: { path: `^lib/${folder}/`, pathNot: TESTS },
      to: { path: `^lib/(${forbidden.join('|')})/` },
    };
  }),
).filter(({ to }) => to.path !== '^lib/()/');

const layers = [
  {
    name: 'no-circular',
    comment: 'Two files that need each other are one file, or miss a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports is dead, unless a tool starts it.',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: ['\\.d\\.ts$', '\\.css$', '^lib/cli/', '^app/', '^e2e/', '\\.config\\.ts$', TESTS],
    },
    to: {},
  },
  {
    name: 'not-resolvable',
    comment: 'An import that leads nowhere makes every other rule blind.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: ['^next/', '\\.css$'] },
  },
  {
    name: 'db-imports-nothing-of-ours',
    severity: 'error',
    from: { path: '^db/', pathNot: TESTS },
    to: { path: '^(app|components|lib|tools|e2e)/' },
  },
  {
    name: 'lib-knows-no-screen',
    comment: 'The domain runs without React and Next: in the operator’s tool, the scheduler and tests.',
    severity: 'error',
    from: { path: '^lib/', pathNot: ['^lib/next/'] },
    to: {
      path: ['^(app|components)/', SCREEN_CODE],
    },
  },
  {
    name: 'only-next-code-uses-lib-next',
    severity: 'error',
    from: { path: '^(lib|components|db)/', pathNot: ['^lib/next/', TESTS] },
    to: { path: '^lib/next/' },
  },
  {
    name: 'components-never-query',
    comment: 'Props in, markup out. What components need of rows is a type of the domain, beside the query.',
    severity: 'error',
    from: { path: '^components/', pathNot: TESTS },
    to: { path: ['^db/', '^lib/[^/]+/(admin-)?queries\\.ts$', DATABASE_CODE] },
  },
  {
    name: 'components-never-command',
    comment:
      'Server actions are props. Types of what a command takes and gives are the contract with a form.',
    severity: 'error',
    from: { path: '^components/', pathNot: TESTS },
    to: { path: '^lib/[^/]+/commands/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'reader-components-use-no-desk-or-editor',
    severity: 'error',
    from: { path: '^components/reader/' },
    to: { path: '^components/(desk|editor)/' },
  },
  {
    name: 'desk-components-use-no-reader-or-editor',
    severity: 'error',
    from: { path: '^components/desk/' },
    to: { path: '^components/(reader|editor)/' },
  },
  {
    name: 'editor-ground-uses-no-other-room',
    comment: 'What all rooms of the editor share would otherwise need all of them.',
    severity: 'error',
    from: { path: '^components/editor/ground/' },
    to: { path: '^components/editor/(?!ground/)' },
  },
  {
    name: 'editor-rooms-do-not-use-each-other',
    comment: 'The files at the top of components/editor join the rooms, by props.',
    severity: 'error',
    from: { path: '^components/editor/([^/]+)/' },
    to: {
      path: '^components/',
      pathNot: ['^components/editor/($1|ground)/', '^components/desk/(ui|uploads)/'],
    },
  },
  {
    name: 'cleaning-is-free-of-frameworks',
    comment: 'Paste cleans in a browser and importers on a server; both use the same code.',
    severity: 'error',
    from: { path: '^lib/cleaning/', pathNot: TESTS },
    to: {
      path: [
        '^(app|components|db)/',
        '^lib/(?!(cleaning|language)/)',
        SCREEN_CODE,
        EDITOR_CODE,
        DATABASE_CODE,
      ],
    },
  },
  {
    name: 'components-import-no-app',
    severity: 'error',
    from: { path: '^components/' },
    to: { path: '^app/' },
  },
  {
    name: 'the-program-uses-no-tools',
    comment: 'What developers run stands outside what a publication runs.',
    severity: 'error',
    from: { path: '^(app|components|db|lib)/', pathNot: [TESTS, '^lib/cli/'] },
    to: { path: ['^tools/', TESTS] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...layers, ...floors],
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
