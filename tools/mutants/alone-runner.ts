import { readFileSync } from 'node:fs';
import {
  describe,
  type RunnerTestCase,
  type RunnerTestFile,
  type RunnerTestSuite,
  TestRunner,
  type TestRunnerConfig,
  test,
  vi,
} from 'vitest';
import { NONE, type Plan } from './plan';
import { Switches } from './switches';
import { copyName, copyOf, mutantOf, nameIn } from './test-names';
import { isTimeout } from './timeouts';
import { addVerdict, provenIn, verdictsIn } from './verdicts';

const UNREADABLE = 'this file of tests can be read';

/**
 * Reloads a test file and all its imports for each mutant, with that mutant switched on, then runs each of these
 * copies with its mutant.
 */
export default class AloneRunner extends TestRunner {
  #plan: Extract<Plan, { kind: 'alone' }>;
  #switches: Switches;
  #noticed = new Set<number>();
  #timedOut = new Set<number>();
  #tests = 0;
  #names: string[] = [];

  constructor(config: TestRunnerConfig) {
    super(config);
    this.#plan = JSON.parse(readFileSync(String(config.env.MUTANTS_PLAN), 'utf8'));
    this.#switches = new Switches(this.#plan.folder);
  }

  override importFile(filepath: string, source: 'collect' | 'setup'): unknown {
    if (source === 'setup') return super.importFile(filepath, source);
    this.#noticed.clear();
    this.#timedOut.clear();
    this.#tests = 0;
    this.#names = this.#plan.namesByFile[filepath] ?? [];
    const settled = new Set(verdictsIn(this.#plan.verdictFile).flatMap(provenIn));
    for (const mutant of this.#plan.mutants.filter((one) => !settled.has(one)))
      describe(copyName(mutant), () => this.#readWith(mutant, () => super.importFile(filepath, source)));
  }

  async #readWith(mutant: number, read: () => unknown) {
    vi.resetModules();
    this.#switches.turn(mutant);
    try {
      await read();
    } catch (error) {
      this.#noticed.add(mutant);
      // A file that cannot be loaded has no tests, and Vitest requires one.
      test(UNREADABLE, () => Promise.reject(error));
    }
    this.#switches.turn(NONE);
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onBeforeRunSuite(suite);
    const mutant = mutantOf(suite);
    if (mutant !== null) this.#switches.turn(mutant);
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    const mutant = mutantOf(suite);
    if (mutant === null) return;
    this.#switches.turn(NONE);
    if (suite.result?.state === 'fail') this.#noticed.add(mutant);
  }

  override async onBeforeRunTask(testCase: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(testCase);
    // The first test that notices a mutant is enough.
    const isNamed = testCase.name === UNREADABLE || this.#names.includes(nameIn(testCase));
    if (!isNamed || this.#noticed.has(copyOf(testCase))) testCase.mode = 'skip';
  }

  override onBeforeTryTask(testCase: RunnerTestCase, tried: { retry: number; repeats: number }): void {
    super.onBeforeTryTask(testCase, tried);
    this.#switches.turn(copyOf(testCase));
  }

  override onAfterRunTask(testCase: RunnerTestCase): void {
    super.onAfterRunTask(testCase);
    const mutant = copyOf(testCase);
    if (testCase.result?.state === 'fail') this.#noticed.add(mutant);
    if (isTimeout(testCase.result?.errors)) this.#timedOut.add(mutant);
    if (mutant === this.#plan.mutants.at(-1) && testCase.mode !== 'skip') this.#tests += 1;
  }

  override onAfterRunFiles(files: RunnerTestFile[]): void {
    super.onAfterRunFiles(files);
    for (const { filepath: file } of files)
      addVerdict(this.#plan.verdictFile, {
        ...{ file, noticed: [...this.#noticed], timedOut: [...this.#timedOut], tests: this.#tests },
      });
  }
}
