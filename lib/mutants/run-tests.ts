import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { createVitest, type Vitest } from 'vitest/node';
import config from '@/vitest.config';
import type { Numbered, Plan } from './plan';
import { withSwitches } from './with-switches';

/** How a run of tests is set up. */
interface Setup {
  numbered: Numbered;
  /** The file from which workers read what to do. */
  planFile: string;
  workers: number;
  /** Whether each file of tests gets modules of its own, so that what modules do when read is done again. */
  isIsolated: boolean;
}

/** Under a mutant a test may wait for what never comes. */
const TEST_TIMEOUT_MS = 10_000;

/** Vitest over our tests, with every mutant in the code they run, each switched off. */
export function testsWithMutants({ numbered, planFile, workers, isIsolated }: Setup): Promise<Vitest> {
  const { projects = [], ...shared } = config.test ?? {};
  const own = {
    env: { MUTANTS_PLAN: planFile },
    runner: 'lib/mutants/runner.ts',
    testTimeout: TEST_TIMEOUT_MS,
    ...(isIsolated && { isolate: true }),
  };
  const withMutants = projects.map((project) => {
    const test = typeof project === 'object' && 'test' in project ? project.test : {};
    return {
      resolve: config.resolve,
      plugins: [switchesInto(numbered)],
      test: { ...shared, ...test, ...own },
    };
  });
  return createVitest('test', {
    config: false,
    watch: false,
    projects: withMutants,
    reporters: [{}],
    maxWorkers: workers,
    // Tried alone, the first test that notices a mutant is enough.
    bail: isIsolated ? 1 : 0,
    onConsoleLog: () => false,
    dangerouslyIgnoreUnhandledErrors: true,
  });
}

function switchesInto({ mutants, numbers }: Numbered): Plugin {
  return {
    name: 'mutants',
    enforce: 'pre',
    load(id) {
      const own = mutants.filter(({ file }) => file === relative(process.cwd(), id));
      return own.length > 0 ? withSwitches(readFileSync(id, 'utf8'), own, numbers) : undefined;
    },
  };
}

/** Runs these files of tests under a plan, in this order. @returns whether all tests passed. */
export async function runUnder(
  vitest: Vitest,
  plan: Plan,
  planFile: string,
  files: string[],
): Promise<boolean> {
  writeFileSync(planFile, JSON.stringify(plan));
  const known = await vitest.globTestSpecifications();
  const specifications = files.flatMap((file) => known.filter(({ moduleId }) => moduleId === file));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  return unhandledErrors.length === 0 && testModules.every((module) => module.ok());
}
