import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CleanUp } from '@/lib/bench/clean-up';
import { Refusal } from '@/lib/errors';
import { cheapestFirst, testsByMutant } from './choose-tests';
import { findMutants } from './find-mutants';
import { guardedFiles, watchingTests } from './guarded-files';
import { type Coverage, ENDLESS, KILLED, type Numbered, SUSPECT } from './plan';
import { reportOf } from './report';
import { runUnder, testsWithMutants } from './run-tests';
import { tryAlone } from './try-alone';

const USAGE = `npm run mutants [-- part of a file's name …]

Breaks the rules that guard data, sessions, rights and escaping, each in small ways, and runs the
tests against every break. Prints the share that the tests noticed, and every break that they did not.
Exit code 1 below 90 %.`;
const LEAST_SCORE = 0.9;

type Say = (line: string) => void;

/** Tries every mutant and says what came of it. @returns whether enough of them were noticed. */
export async function runMutants(args: string[], cleanUp: CleanUp, say: Say): Promise<boolean> {
  if (args.includes('--help')) {
    say(USAGE);
    return true;
  }
  const numbered = numberedIn(guardedFiles(args));
  const folder = mkdtempSync(join(tmpdir(), 'broadside-mutants-'));
  cleanUp.later(() => rmSync(folder, { recursive: true, force: true }));
  for (const kind of [KILLED, SUSPECT, ENDLESS]) mkdirSync(join(folder, kind));
  Object.assign(process.env, { NODE_ENV: 'test' });
  const killed = await tryAll(numbered, folder, say);
  const { text, score } = reportOf(numbered.mutants, killed, numbered.numbers, args.length === 0);
  say(text);
  return score >= LEAST_SCORE;
}

function numberedIn(files: string[]): Numbered {
  const mutants = files.flatMap((file) => findMutants(file, readFileSync(file, 'utf8')));
  return { mutants, numbers: new Map(mutants.map(({ id }, index) => [id, index])) };
}

/** @returns the numbers of the mutants that a test noticed. */
async function tryAll(numbered: Numbered, folder: string, say: Say): Promise<Set<number>> {
  const planFile = join(folder, 'plan.json');
  const vitest = await testsWithMutants({ numbered, planFile, workers: workers(), isIsolated: false });
  try {
    say(`${numbered.mutants.length} mutants. Looking for the tests that reach them…`);
    const watching = watchingTests().map((file) => resolve(file));
    refuseTroubles(await runUnder(vitest, { kind: 'cover', folder }, planFile, watching));
    const coverage = coverageIn(folder);
    say(`Running ${Object.keys(coverage.tests).length} tests against the mutants that each of them reaches…`);
    const byTest = testsByMutant(numbered.mutants, coverage);
    const order = cheapestFirst(coverage, byTest);
    // A mutant without end takes its worker with it, and what that had still to do is done again.
    for (let before = -1; before < noted(folder, ENDLESS).size; ) {
      before = noted(folder, ENDLESS).size;
      const result = await runUnder(vitest, { kind: 'try', folder, byTest }, planFile, order);
      if (noted(folder, ENDLESS).size === before) refuseTroubles(result);
      say(`  ${noted(folder, KILLED).size} were noticed.`);
    }
    const left = leftOf(coverage, folder);
    say(`Trying ${left.length} mutants alone, each with modules of its own…`);
    const seen = await tryAlone(left, { numbered, coverage, folder, lanes: workers() });
    return new Set([...noted(folder, KILLED), ...seen]);
  } finally {
    await vitest.close();
  }
}

function refuseTroubles({ troubles }: { troubles: string[] }) {
  if (troubles.length > 0) throw new Refusal('invalid', troubles.join('\n'));
}

/** The mutants of which a worker noted this. */
const noted = (folder: string, kind: string) => new Set(readdirSync(join(folder, kind)).map(Number));

const workers = () => Math.min(4, availableParallelism());

function coverageIn(folder: string): Coverage {
  const all: Coverage = { tests: {}, outside: [] };
  for (const name of readdirSync(join(folder, 'coverage'))) {
    const { tests, outside } = JSON.parse(readFileSync(join(folder, 'coverage', name), 'utf8')) as Coverage;
    Object.assign(all.tests, tests);
    all.outside.push(...outside);
  }
  const failed = Object.values(all.tests).filter(({ isFailed }) => isFailed);
  if (failed.length === 0) return all;
  const files = [...new Set(failed.map(({ file }) => file))];
  throw new Refusal('invalid', `Tests fail without any mutant: ${files.join(', ')}. Make them pass first.`);
}

/** Those that are there when modules are read, that left something behind, or that nothing noticed so far. */
function leftOf(coverage: Coverage, folder: string): number[] {
  const killed = noted(folder, KILLED);
  const reached = Object.values(coverage.tests).flatMap(({ mutants }) => mutants);
  const all = new Set([...coverage.outside, ...noted(folder, SUSPECT), ...reached]);
  return [...all].filter((mutant) => !killed.has(mutant)).sort((one, other) => one - other);
}
