import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

const SHOWN = 10;

/** Says at the end of a run which tests took longest, and after a failure how to see what the browser saw. */
export default class SlowestReporter implements Reporter {
  #took: { test: TestCase; ms: number }[] = [];

  onTestEnd(test: TestCase, { duration }: TestResult): void {
    this.#took.push({ test, ms: duration });
  }

  onEnd({ status }: FullResult): void {
    const slowest = this.#took.sort((one, other) => other.ms - one.ms).slice(0, SHOWN);
    console.log(`The ${slowest.length} slowest tests:`);
    for (const { test, ms } of slowest)
      console.log(`  ${(ms / 1000).toFixed(1).padStart(6)} s  ${test.titlePath().slice(2).join(' › ')}`);
    if (status !== 'failed') return;
    console.log('To see what the browser saw: npx playwright test --last-failed --trace on');
    console.log('and then npx playwright show-trace on a trace.zip in test-results/.');
  }

  printsToStdio(): boolean {
    return false;
  }
}
