import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { BaseSequencer, createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import config from '@/vitest.config';
import type { Numbered, Plan } from './plan';
import { withSwitches } from './with-switches';

/** How a run of tests is set up. */
interface Setup {
  numbered: Numbered;
  folder: string;
  /** Names the file from which workers read their plan. */
  name: string;
  runner: 'tools/mutants/runner.ts' | 'tools/mutants/alone-runner.ts';
  workers: number;
  /** Whether mutants will be on: a test may then wait for something that never happens, and gets a shorter timeout. */
  isBroken: boolean;
}

/** The tests, with the mutants in the code they run. */
export interface Tests {
  /** Runs these test files under a plan, in this order. @returns errors other than failed tests. */
  run(plan: Plan, files: string[]): Promise<string[]>;
  close(): Promise<void>;
}

/** Each of our tests takes a small part of this. */
const BROKEN_TIMEOUT_MS = 5000;

/** Keeps the given order: Vitest would run the slowest first. */
class AsGiven extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    return specifications;
  }
}

/** Prepares Vitest for our tests, with every mutant in the code they run, each switched off. */
export async function testsWithMutants(setup: Setup): Promise<Tests> {
  const planFile = join(setup.folder, `${setup.name}.json`);
  const vitest = await vitestWith(setup, planFile);
  const known = await vitest.globTestSpecifications();
  return {
    run: (plan, files) => {
      writeFileSync(planFile, JSON.stringify(plan));
      return runOnly(
        vitest,
        files.flatMap((file) => known.filter(({ moduleId }) => moduleId === file)),
      );
    },
    close: () => vitest.close(),
  };
}

function vitestWith({ numbered, folder, runner, workers, isBroken }: Setup, planFile: string) {
  const { projects = [], ...shared } = config.test ?? {};
  const own = {
    env: { MUTANTS_PLAN: planFile },
    runner,
    ...(isBroken && { testTimeout: BROKEN_TIMEOUT_MS }),
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
    sequence: { sequencer: AsGiven },
    // For this run alone: in the next one the same switch may belong to another mutant.
    fsModuleCachePath: join(folder, 'modules'),
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

async function runOnly(vitest: Vitest, specifications: TestSpecification[]): Promise<string[]> {
  vitest.state.clearErrors();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  const wanted = new Set(specifications.map(({ moduleId }) => moduleId));
  // Vitest also lists files of earlier runs.
  const unread = testModules
    .filter(({ moduleId }) => wanted.has(moduleId))
    .flatMap((module) => module.errors().map(({ message }) => `${module.moduleId}: ${message}`));
  return [...unread, ...unhandledErrors.map(messageOf)];
}

/**
 * Returns the message of an error. A mutant may throw something that is not an error and cannot be converted to a
 * string.
 */
function messageOf(error: unknown): string {
  const isTold = typeof error === 'object' && error !== null && 'message' in error;
  return isTold && typeof error.message === 'string' ? error.message : 'An error outside of all tests.';
}
