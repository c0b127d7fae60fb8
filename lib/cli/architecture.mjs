import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
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

const [all, runtime] = await Promise.all([cruise('all'), cruise('runtime')]);
const count = Math.min(all.count, runtime.count);
const problems = [...all.problems, ...runtime.problems];
for (const problem of problems) console.error(problem);
if (count < FEWEST_MODULES) {
  console.error(`Only ${count} modules were seen, at least ${FEWEST_MODULES} expected: the check is blind.`);
  process.exitCode = 1;
} else if (problems.length > 0) {
  console.error(`${problems.length} imports break the rules of .dependency-cruiser.cjs.`);
  process.exitCode = 1;
} else {
  console.log(`architecture: ${count} modules, every import within the rules`);
}

/** Follows the imports of one kind. @returns how many of our modules were seen, and what is wrong. */
async function cruise(kind) {
  const present = FOLDERS.filter((folder) => existsSync(new URL(`../../${folder}`, import.meta.url)));
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...present];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, CRUISE: kind } });
  const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (!output.startsWith('{')) {
    return { count: 0, problems: [`The architecture could not be checked:\n${complaint || output}`] };
  }
  const { modules, summary } = JSON.parse(output);
  const own = modules.filter(({ source }) => FOLDERS.some((folder) => source.startsWith(folder)));
  return { count: own.length, problems: summary.violations.map(sentence) };
}

function sentence({ rule, from, to, cycle, via }) {
  const steps = (cycle ?? via)?.map(({ name }) => name) ?? (to === from ? [] : [to]);
  return `${rule.name}: ${[from, ...steps].join(' -> ')}`;
}
