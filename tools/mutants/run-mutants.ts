import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { makeTestFolder } from '@/lib/cli/test-folder.mjs';
import { OperatorError } from '@/lib/errors';
import type { CleanUp } from '@/tools/running/clean-up';
import { cover } from './cover';
import { isEquivalent } from './equivalent';
import { findMutants } from './find-mutants';
import { guardedFiles, watchingTests } from './guarded-files';
import { noted } from './notes';
import { type Coverage, DONE, INFINITE_LOOP, KILLED, type Numbered, SUSPECT } from './plan';
import { reportOf } from './report';
import { type Tests, testsWithMutants } from './run-tests';
import { tryAlone } from './try-alone';
import { tryTogether } from './try-together';

const USAGE = `npm run mutants [-- part of a file's name …]

Breaks the rules that guard data, sessions, rights and escaping, each in small ways, and runs the
tests against every break. Prints the share that the tests noticed, and every break that they did not.
Exit code 1 below 90 %, and when tests fail by themselves or break off.`;
const PROGRESS_MS = 30_000;

type Say = (line: string) => void;

/** Tries every mutant and prints the report. @returns whether enough of them were noticed. */
export async function runMutants(args: string[], cleanUp: CleanUp, say: Say): Promise<boolean> {
  if (args.includes('--help')) {
    say(USAGE);
    return true;
  }
  const numbered = numberedIn(guardedFiles(args));
  if (numbered.mutants.length === 0) throw new OperatorError(`No guarded file is named ${args.join(' ')}.`);
  const folder = makeTestFolder();
  cleanUp.later(() => rmSync(folder, { recursive: true, force: true }));
  for (const kind of [KILLED, SUSPECT, INFINITE_LOOP, DONE]) mkdirSync(join(folder, kind));
  // What tests write goes there too: tests are repeated so often that a disk would slow everything down.
  Object.assign(process.env, { NODE_ENV: 'test', TMPDIR: folder });
  const { coverage, killed } = await tryFirst(numbered, folder, say);
  const left = leftOf(numbered, coverage, killed);
  say(`Trying ${left.length} mutants alone, each with modules of its own…`);
  const behind = { count: 0 };
  const seen = await sayingHowFar(
    () => say(`  ${behind.count} of ${left.length}`),
    () =>
      tryAlone(left, { numbered, coverage, folder, lanes: workers() }, (tried) => {
        behind.count += tried;
      }),
  );
  const { text, isEnough } = reportOf(numbered, new Set([...killed, ...seen]), args.length === 0);
  say(text);
  return isEnough;
}

function numberedIn(files: string[]): Numbered {
  const mutants = files.flatMap((file) => findMutants(file, readFileSync(file, 'utf8')));
  return { mutants, numbers: new Map(mutants.map(({ id }, index) => [id, index])) };
}

async function tryFirst(numbered: Numbered, folder: string, say: Say) {
  say(`${numbered.mutants.length} mutants. Looking for the tests that reach them…`);
  const setup = { numbered, folder, workers: workers(), runner: 'tools/mutants/runner.ts' } as const;
  const watching = watchingTests().map((file) => resolve(file));
  const coverage = await closing(testsWithMutants({ ...setup, name: 'cover', isBroken: false }), (tests) =>
    cover(tests, folder, watching),
  );
  say(`Running ${Object.keys(coverage.tests).length} tests against the mutants that each of them reaches…`);
  const killed = await closing(testsWithMutants({ ...setup, name: 'together', isBroken: true }), (tests) =>
    sayingHowFar(
      () => say(`  ${noted(folder, KILLED).size} noticed so far`),
      () => tryTogether(tests, numbered, coverage, folder),
    ),
  );
  return { coverage, killed };
}

async function closing<T>(opening: Promise<Tests>, work: (tests: Tests) => Promise<T>): Promise<T> {
  const tests = await opening;
  try {
    return await work(tests);
  } finally {
    await tests.close();
  }
}

async function sayingHowFar<T>(sayIt: () => void, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(sayIt, PROGRESS_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

const workers = () => Math.min(4, availableParallelism());

/**
 * Returns the mutants reached while modules load, those that left something behind, and those that nothing has noticed
 * so far.
 */
function leftOf({ mutants }: Numbered, coverage: Coverage, killed: Set<number>): number[] {
  const reached = Object.values(coverage.tests).flatMap(({ mutants }) => mutants);
  const all = new Set([...coverage.outside, ...reached]);
  const isOpen = (number: number) => {
    const mutant = mutants[number];
    return mutant && !isEquivalent(mutant) && !killed.has(number);
  };
  return [...all].filter(isOpen).sort((one, other) => one - other);
}
