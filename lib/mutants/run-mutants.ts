import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Refusal } from '@/lib/errors';
import { cheapestFirst, filesReaching, testsByMutant } from './choose-tests';
import { findMutants } from './find-mutants';
import { guardedFiles, watchingTests } from './guarded-files';
import { type Coverage, KILLED, type Numbered, SUSPECT } from './plan';
import { reportOf } from './report';
import { runUnder, testsWithMutants } from './run-tests';

const USAGE = `npm run mutants [-- part of a file's name …]

Breaks the rules that guard data, sessions, rights and escaping, each in small ways, and runs the
tests against every break. Prints the share that the tests noticed, and every break that they did not.
Exit code 1 below 90 %.`;
const LEAST_SCORE = 0.9;

type Say = (line: string) => void;

/** Tries every mutant and says what came of it. @returns whether enough of them were noticed. */
export async function runMutants(args: string[], say: Say): Promise<boolean> {
  if (args.includes('--help')) {
    say(USAGE);
    return true;
  }
  const numbered = numberedIn(guardedFiles(args));
  const folder = mkdtempSync(join(tmpdir(), 'broadside-mutants-'));
  for (const kind of [KILLED, SUSPECT]) mkdirSync(join(folder, kind));
  Object.assign(process.env, { NODE_ENV: 'test' });
  try {
    const killed = await tryAll(numbered, folder, say);
    const { text, score } = reportOf(numbered.mutants, killed, numbered.numbers, args.length === 0);
    say(text);
    return score >= LEAST_SCORE;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function numberedIn(files: string[]): Numbered {
  const mutants = files.flatMap((file) => findMutants(file, readFileSync(file, 'utf8')));
  const numbers = new Map<string, number>();
  for (const { id } of mutants) if (!numbers.has(id)) numbers.set(id, numbers.size);
  return { mutants: [...new Map(mutants.map((mutant) => [mutant.id, mutant])).values()], numbers };
}

/** @returns the numbers of the mutants that a test noticed. */
async function tryAll(numbered: Numbered, folder: string, say: Say): Promise<Set<number>> {
  const planFile = join(folder, 'plan.json');
  const vitest = await testsWithMutants({ numbered, planFile, workers: workers(), isIsolated: false });
  try {
    say(`${numbered.mutants.length} mutants. Looking for the tests that reach them…`);
    await runUnder(
      vitest,
      { kind: 'cover', folder },
      planFile,
      watchingTests().map((file) => resolve(file)),
    );
    const coverage = coverageIn(folder);
    say(`Running ${Object.keys(coverage.tests).length} tests against the mutants that each of them reaches…`);
    const byTest = testsByMutant(numbered.mutants, coverage);
    await runUnder(vitest, { kind: 'try', folder, byTest }, planFile, cheapestFirst(coverage, byTest));
    return await tryAlone(numbered, coverage, folder, say);
  } finally {
    await vitest.close();
  }
}

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

/**
 * Tries by itself what cannot be switched between tests: what runs when modules are read, what a module
 * remembers, and mutants that left something behind.
 */
async function tryAlone(
  numbered: Numbered,
  coverage: Coverage,
  folder: string,
  say: Say,
): Promise<Set<number>> {
  const noted = (kind: string) => new Set(readdirSync(join(folder, kind)).map(Number));
  const [killed, suspect, outside] = [noted(KILLED), noted(SUSPECT), new Set(coverage.outside)];
  const reached = Object.values(coverage.tests).flatMap(({ mutants }) => mutants);
  const left = [...new Set([...outside, ...suspect, ...reached])].filter((mutant) => !killed.has(mutant));
  say(`Trying ${left.length} mutants alone, each with modules of its own…`);
  const next = left.values();
  const lane = async (name: number) => {
    const planFile = join(folder, `plan-${name}.json`);
    const vitest = await testsWithMutants({ numbered, planFile, workers: 1, isIsolated: true });
    for (const number of next) {
      const mutant = numbered.mutants[number];
      for (const file of mutant ? filesReaching(numbered.mutants, coverage, mutant) : []) {
        const isUnseen = await runUnder(vitest, { kind: 'one', folder, mutant: number }, planFile, [file]);
        if (isUnseen) continue;
        killed.add(number);
        break;
      }
    }
    await vitest.close();
  };
  await Promise.all(Array.from({ length: workers() }, (_, name) => lane(name)));
  return killed;
}
