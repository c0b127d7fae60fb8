/*
 * Which modules must never be loaded together, however many files lie between them. dependency-cruiser can
 * check this too, but it counts type imports, which do not exist at run time. So it is checked here, on the
 * modules that it found.
 */

const DATABASE_CODE = /node_modules\/(@types\/)?(better-sqlite3|drizzle-orm)\//;
const TEST = /\.test\.tsx?$/;

/** The rules: no module of `from` may reach one of `to` through imports that remain at run time. */
export const REACH_RULES = [
  {
    name: 'components-never-reach-the-database',
    from: /^components\//,
    to: /^db\/client\.ts$|node_modules\/(@types\/)?better-sqlite3\//,
  },
  // Everything that a client component loads is sent to a browser.
  {
    name: 'browsers-never-get-the-tables',
    from: /\.client\.tsx$/,
    to: new RegExp(`^db/(?!post-statuses\\.ts$)|${DATABASE_CODE.source}`),
  },
  // One stray import would send the editor to every reader.
  {
    name: 'readers-never-get-the-editor',
    from: /^app\/\(reader\)\/|^components\/reader\//,
    to: /^components\/(editor|desk)\//,
  },
  {
    name: 'reader-components-never-reach-tiptap',
    from: /^components\/reader\//,
    to: /(^|\/)(@tiptap|prosemirror-[a-z]+)\//,
  },
];

/**
 * Finds the import chains that break the rules, one for each module that starts one.
 * @param modules as dependency-cruiser lists them.
 * @returns sentences such as `rule: a.ts -> b.ts`.
 */
export function brokenReach(modules) {
  const importsOf = new Map(modules.map(({ source, dependencies }) => [source, atRunTime(dependencies)]));
  return REACH_RULES.flatMap(({ name, from, to }) =>
    modules
      .filter(({ source }) => from.test(source) && !TEST.test(source))
      .map(({ source }) => shortestChain(source, to, importsOf))
      .filter((chain) => chain !== null)
      .map((chain) => `${name}: ${chain.join(' -> ')}`),
  );
}

function atRunTime(dependencies) {
  return dependencies
    .filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only'))
    .map(({ resolved }) => resolved);
}

function shortestChain(start, to, importsOf) {
  const cameFrom = new Map([[start, null]]);
  // Iterating over a Map includes entries added during the loop: nearest modules first.
  for (const path of cameFrom.keys()) {
    if (path !== start && to.test(path)) return chainTo(path, cameFrom);
    for (const next of importsOf.get(path) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, path);
  }
  return null;
}

function chainTo(end, cameFrom) {
  const chain = [];
  for (let path = end; path !== null; path = cameFrom.get(path)) chain.unshift(path);
  return chain;
}
