import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * Checks who may import whom (.dependency-cruiser.cjs). A cruise that sees few modules proves
 * nothing, and the tool itself calls that a success: here it is a failure.
 */

const FEWEST_MODULES = 60;
const FOLDERS = ['app', 'components', 'db', 'lib', 'server.ts', 'proxy.ts'];

const root = fileURLToPath(new URL('../..', import.meta.url));
const cruiser = fileURLToPath(
  new URL('../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', import.meta.url),
);

process.exitCode = main();

function main() {
  const present = FOLDERS.filter((folder) => existsSync(new URL(`../../${folder}`, import.meta.url)));
  const cruise = spawnSync(
    process.execPath,
    [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...present],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (!cruise.stdout.startsWith('{')) {
    console.error(`The architecture could not be checked:\n${cruise.stderr || cruise.stdout}`);
    return 1;
  }
  return report(JSON.parse(cruise.stdout));
}

function report({ modules, summary }) {
  const own = modules.filter(({ source }) => FOLDERS.some((folder) => source.startsWith(folder)));
  const problems = summary.violations.filter(({ rule }) => rule.severity === 'error');
  for (const { rule, from, to, cycle } of problems) {
    const route = cycle ? cycle.map(({ name }) => name).join(' -> ') : to;
    console.error(`${rule.name}: ${from}${route && route !== from ? ` -> ${route}` : ''}`);
  }
  if (own.length < FEWEST_MODULES) {
    console.error(
      `Only ${own.length} modules were seen, at least ${FEWEST_MODULES} expected: the check is blind.`,
    );
    return 1;
  }
  if (problems.length > 0) {
    console.error(`${problems.length} imports break the rules of .dependency-cruiser.cjs.`);
    return 1;
  }
  console.log(`architecture: ${own.length} modules, every import within the rules`);
  return 0;
}
