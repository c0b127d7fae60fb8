import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunnerTestCase, type RunnerTestFile, TestRunner, type TestRunnerConfig } from 'vitest';
import { type Coverage, ENDLESS, KILLED, type Plan, SUSPECT } from './plan';
import { type Watchdog, watch } from './watchdog';
import { SWITCH } from './with-switches';

type Tried = { retry: number; repeats: number };

const NONE = -1;
/** How many times as often as usual a test may ask before it counts as one without end. */
const MANY_TIMES = 20;
const FEW_STEPS = 10_000;

/**
 * Runs each test again and again, each time with another mutant switched on; at last without any, to
 * see that none of them left something behind.
 */
export default class MutantRunner extends TestRunner {
  #plan: Plan;
  #active = NONE;
  #watchdog: Watchdog | null = null;
  #steps = 0;
  #limit = Number.POSITIVE_INFINITY;
  #hits = new Set<number>();
  #outside = new Set<number>();
  #isInTest = false;
  #isNoticed = false;
  #coverage: Coverage = { tests: {}, outside: [] };
  #candidates: number[] = [];
  #seen: number[] = [];

  constructor(config: TestRunnerConfig) {
    super(config);
    this.#plan = JSON.parse(readFileSync(String(config.env.MUTANTS_PLAN), 'utf8')) as Plan;
    if (this.#plan.kind === 'one') this.#active = this.#plan.mutant;
    if (this.#plan.kind !== 'cover')
      this.#watchdog = watch([KILLED, ENDLESS].map((kind) => join(this.#plan.folder, kind)));
    this.#watchdog?.turn(this.#active);
    Object.assign(globalThis, { [SWITCH]: (mutant: number) => this.#isOn(mutant) });
  }

  #isOn(mutant: number): boolean {
    if (this.#plan.kind === 'cover') (this.#isInTest ? this.#hits : this.#outside).add(mutant);
    this.#steps += 1;
    if (this.#steps > this.#limit) throw new Error('This mutant goes on without end.');
    return mutant === this.#active;
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test);
    // Alone, the first test that notices a mutant is enough.
    if (this.#plan.kind === 'one' && this.#isNoticed) test.mode = 'skip';
    this.#hits = new Set();
    if (this.#plan.kind !== 'try') return;
    const gone = new Set([KILLED, SUSPECT].flatMap((kind) => readdirSync(join(this.#plan.folder, kind))));
    const reached = this.#plan.byTest[test.id];
    this.#candidates = (reached?.mutants ?? []).filter((mutant) => !gone.has(String(mutant)));
    this.#seen = [];
    this.#limit = (reached?.steps ?? 0) * MANY_TIMES + FEW_STEPS;
    if (this.#candidates.length === 0) test.mode = 'skip';
    test.repeats = this.#candidates.length;
  }

  override onBeforeTryTask(test: RunnerTestCase, tried: Tried): void {
    super.onBeforeTryTask(test, tried);
    this.#steps = 0;
    this.#isInTest = true;
    if (this.#plan.kind === 'try') this.#active = this.#candidates[tried.repeats] ?? NONE;
    this.#watchdog?.turn(this.#active);
  }

  override async onAfterRetryTask(test: RunnerTestCase, tried: Tried): Promise<void> {
    await super.onAfterRetryTask(test, tried);
    this.#isInTest = false;
    if (this.#plan.kind === 'try') this.#judge(test, tried.repeats);
  }

  #judge({ result }: RunnerTestCase, turn: number) {
    const mutant = this.#candidates[turn];
    const isFailed = result?.state === 'fail';
    this.#active = NONE;
    this.#watchdog?.turn(NONE);
    if (isFailed && mutant !== undefined) this.#seen.push(mutant);
    // Without a mutant the test must pass still: else what was seen may be what another one left behind.
    if (mutant === undefined) this.#note(isFailed ? SUSPECT : KILLED, this.#seen);
    if (result) Object.assign(result, { state: 'pass', errors: undefined });
  }

  #note(kind: string, mutants: number[]) {
    for (const mutant of mutants) writeFileSync(join(this.#plan.folder, kind, String(mutant)), '');
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test);
    if (test.result?.state === 'fail') this.#isNoticed = true;
    if (this.#plan.kind !== 'cover') return;
    this.#coverage.tests[test.id] = {
      file: test.file.filepath,
      mutants: [...this.#hits],
      steps: this.#steps,
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
  }
}
