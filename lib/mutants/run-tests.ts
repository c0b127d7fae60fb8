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

/** Under a mutant a test may wait for what never comes; without one, each takes a small part of this. */
const TEST_TIMEOUT_MS = 5000;

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
    // Of this run alone: in the next one the same switch may be another mutant's.
    fsModuleCachePath: `${planFile}.modules`,
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

/** What came of running tests. */
interface Ran {
  /** Whether all tests passed. */
  isGreen: boolean;
  /** Why files of tests could not be run. */
  troubles: string[];
  /** What failed first, for people. */
  failure: string;
}

/** Runs these files of tests under a plan, in this order. */
export async function runUnder(vitest: Vitest, plan: Plan, planFile: string, files: string[]): Promise<Ran> {
  writeFileSync(planFile, JSON.stringify(plan));
  vitest.state.clearErrors();
  const known = await vitest.globTestSpecifications();
  const specifications = files.flatMap((file) => known.filter(({ moduleId }) => moduleId === file));
  const result = await vitest.runTestSpecifications(specifications);
  const { unhandledErrors } = result;
  // Vitest names files of earlier runs too.
  const testModules = result.testModules.filter(({ moduleId }) => files.includes(moduleId));
  const troubles = testModules.flatMap((module) =>
    module.errors().map(({ message }) => `${module.moduleId}: ${message}`),
  );
  const failures = testModules
    .flatMap((module) => [...module.children.allTests('failed')])
    .map((test) => `${test.fullName}: ${test.result().errors?.[0]?.message}`);
  const [failure = ''] = [...troubles, ...failures, ...unhandledErrors.map(String)];
  return {
    isGreen: unhandledErrors.length === 0 && testModules.every((module) => module.ok()),
    troubles,
    failure,
  };
}
