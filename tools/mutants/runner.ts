import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunnerTestCase, type RunnerTestFile, TestRunner, type TestRunnerConfig } from 'vitest';
import { type Coverage, DONE, KILLED, NONE, type Plan, SUSPECT } from './plan';
import { Switches } from './switches';
import { nameIn } from './test-names';
import { isTimeout } from './timeouts';

type Tried = { retry: number; repeats: number };

/** How many times its usual count a test may ask before it counts as an infinite loop. */
const MANY_TIMES = 20;
const FEW_STEPS = 10_000;

/**
 * Records what each test reaches; or runs each test repeatedly, each time with another mutant switched on, and finally
 * without any, to check that none of them left something behind.
 */
export default class MutantRunner extends TestRunner {
  #plan: Plan;
  #switches: Switches;
  #hits = new Set<number>();
  #outside = new Set<number>();
  #isInTest = false;
  #coverage: Coverage = { tests: {}, outside: [] };
  #candidates: number[] = [];
  #limit = 0;
  #seen: number[] = [];
  #unsure: number[] = [];

  constructor(config: TestRunnerConfig) {
    super(config);
    this.#plan = JSON.parse(readFileSync(String(config.env.MUTANTS_PLAN), 'utf8')) as Plan;
    this.#switches =
      this.#plan.kind === 'cover'
        ? new Switches(null, (mutant) => (this.#isInTest ? this.#hits : this.#outside).add(mutant))
        : new Switches(this.#plan.folder);
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test);
    this.#hits = new Set();
    if (this.#plan.kind !== 'try') return;
    const { folder, byTest } = this.#plan;
    const gone = new Set([KILLED, SUSPECT].flatMap((kind) => readdirSync(join(folder, kind))));
    const reached = byTest[test.id];
    this.#candidates = (reached?.mutants ?? []).filter((mutant) => !gone.has(String(mutant)));
    this.#limit = (reached?.steps ?? 0) * MANY_TIMES + FEW_STEPS;
    this.#seen = [];
    this.#unsure = [];
    if (this.#candidates.length === 0) this.#skip(test);
    test.repeats = this.#candidates.length;
  }

  #skip(test: RunnerTestCase) {
    test.mode = 'skip';
    this.#note(DONE, [test.id]);
  }

  override onBeforeTryTask(test: RunnerTestCase, tried: Tried): void {
    super.onBeforeTryTask(test, tried);
    this.#isInTest = true;
    this.#switches.turn(
      this.#candidates[tried.repeats] ?? NONE,
      this.#plan.kind === 'try' ? this.#limit : undefined,
    );
  }

  override async onAfterRetryTask(test: RunnerTestCase, tried: Tried): Promise<void> {
    await super.onAfterRetryTask(test, tried);
    this.#isInTest = false;
    if (this.#plan.kind === 'try') this.#judge(test, tried.repeats);
  }

  #judge({ id, result }: RunnerTestCase, turn: number) {
    const mutant = this.#candidates[turn];
    const isFailed = result?.state === 'fail';
    this.#switches.turn(NONE);
    // What a test does after its timeout may make the next turns fail too.
    const isUnsure = this.#unsure.length > 0 || isTimeout(result?.errors);
    if (isFailed && mutant !== undefined) (isUnsure ? this.#unsure : this.#seen).push(mutant);
    if (mutant === undefined) {
      // Without a mutant the test must still pass: otherwise a failure may be due to what another mutant left behind.
      this.#note(isFailed ? SUSPECT : KILLED, this.#seen);
      this.#note(SUSPECT, this.#unsure);
      this.#note(DONE, [id]);
    }
    if (result) Object.assign(result, { state: 'pass', errors: undefined });
  }

  #note(kind: string, names: (number | string)[]) {
    for (const name of names) writeFileSync(join(this.#plan.folder, kind, String(name)), '');
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test);
    if (this.#plan.kind !== 'cover') return;
    this.#coverage.tests[test.id] = {
      file: test.file.filepath,
      name: nameIn(test),
      mutants: [...this.#hits],
      steps: this.#switches.steps,
      durationMs: test.result?.duration ?? 0,
      isFailed: test.result?.state === 'fail',
    };
  }

  override onAfterRunFiles(files: RunnerTestFile[]): void {
    super.onAfterRunFiles(files);
    if (this.#plan.kind !== 'cover') return;
    const folder = join(this.#plan.folder, 'coverage');
    mkdirSync(folder, { recursive: true });
    const found: Coverage = { ...this.#coverage, outside: [...this.#outside] };
    writeFileSync(join(folder, randomUUID()), JSON.stringify(found));
    this.#coverage = { tests: {}, outside: [] };
  }
}
