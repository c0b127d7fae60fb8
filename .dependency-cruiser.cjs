/*
 * Who may name whom; lib/cli/reach.mjs says what may never be loaded along with what.
 * Imports point down: app -> components, app -> lib -> db.
 * Tests and test data stand outside the rules on layers, but inside those on cycles.
 */

const TESTS = '(\\.test\\.tsx?$|^tools/testing/)';
const DATABASE_CODE = 'node_modules/(@types/)?(better-sqlite3|drizzle-orm)/';
const SCREEN_CODE = 'node_modules/(@types/)?(react|react-dom|next|next-auth|@tiptap/react)/';

const layers = [
  {
    name: 'no-circular',
    comment: 'Two files that need each other are one file, or miss a third.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
    comment: 'Props in, markup out. Types of the domain are welcome, for they are gone at run time.',
    severity: 'error',
    from: { path: '^components/', pathNot: TESTS },
    to: {
      path: ['^db/', '^lib/[^/]+/commands/', '^lib/[^/]+/(admin-)?queries\\.ts$', DATABASE_CODE],
      dependencyTypesNot: ['type-only'],
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
  forbidden: layers,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^\\.next', '^\\.builds', '^data/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count too, told apart as `type-only`; finer questions cost twice the time.
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
