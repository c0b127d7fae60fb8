import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brokenReach } from './reach.mjs';
import { packageProgram, ROOT } from './run-program.mjs';

/*
 * Checks the import rules: `architecture.mjs [folder] [minimum modules]`. dependency-cruiser reports success
 * even if it found only a few modules, which proves nothing. This check fails then.
 */

/** The number of modules at the last count. Update it when the code has grown or shrunk. */
const LAST_COUNT = 1207;
const FEWEST_MODULES = Math.ceil(LAST_COUNT * 0.9);
const PARTS = ['app', 'components', 'db', 'lib', 'tools', 'e2e', 'server.ts', 'drizzle.config.ts'];
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');

const [root = ROOT, fewest = FEWEST_MODULES] = process.argv.slice(2);

const { modules, broken } = await cruise();
const own = modules.filter(({ source }) => PARTS.some((part) => isIn(part, source)));
const unseen = PARTS.filter((part) => !own.some(({ source }) => isIn(part, source)));
const problems = [...broken, ...brokenReach(modules)];
for (const problem of problems) console.error(problem);
if (own.length < Number(fewest) || unseen.length > 0) {
  console.error(
    `Only ${own.length} modules were found, of at least ${fewest} expected${unseen.length > 0 ? `, and none in ${unseen.join(', ')}` : ''}. The check itself does not work.`,
  );
  process.exitCode = 1;
} else if (problems.length > 0) {
  console.error(
    `${problems.length} imports break the rules of .dependency-cruiser.cjs and lib/cli/reach.mjs.`,
  );
  process.exitCode = 1;
} else {
  console.log(`architecture: ${own.length} modules, all imports follow the rules`);
}

/**
 * Follows every import, including type imports.
 * @returns the modules found and the broken rules between two modules.
 */
async function cruise() {
  const present = PARTS.filter((part) => existsSync(join(root, part)));
  const program = packageProgram('dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, '--config', CONFIG, '--output-type', 'json', ...present];
  const child = spawn(process.execPath, args, { cwd: root });
  const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (!output.startsWith('{')) {
    return { modules: [], broken: [`The architecture could not be checked:\n${complaint || output}`] };
  }
  const { modules, summary } = JSON.parse(output);
  return { modules, broken: summary.violations.map(sentence) };
}

function isIn(part, source) {
  return source === part || source.startsWith(`${part}/`);
}

function sentence({ rule, from, to, cycle, via }) {
  const steps = (cycle ?? via)?.map(({ name }) => name) ?? (to === from ? [] : [to]);
  return `${rule.name}: ${[from, ...steps].join(' -> ')}`;
}
