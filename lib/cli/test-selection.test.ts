import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPlaywright, readVitest, slowestTests } from './test-reports.mjs';
import { playwrightNamed, vitestNamed } from './test-runners.mjs';

test('words select tests literally, in upper or lower case', () => {
  const [, pattern = ''] = vitestNamed('A (small) post?');
  expect('is a (SMALL) Post? of 5').toMatch(new RegExp(pattern));
  expect('a small post').not.toMatch(new RegExp(pattern));
});

test('a path relative to the program’s folder selects a file of end-to-end tests', () => {
  const [, pattern = ''] = playwrightNamed('e2e/set-up.spec.ts');
  expect('set-up.spec.ts the first start').toMatch(new RegExp(pattern, 'i'));
});

test('reports are added up over both runners, slowest test first', () => {
  const vitest = readVitest(
    written({
      numPassedTests: 1,
      numFailedTests: 0,
      testResults: [
        {
          name: join(process.cwd(), 'lib/a.test.ts'),
          status: 'passed',
          assertionResults: [
            { fullName: 'a is quick', status: 'passed', duration: 5 },
            { fullName: 'a is not run', status: 'skipped' },
          ],
        },
        { name: 'lib/broken.test.ts', status: 'failed', assertionResults: [] },
      ],
    }),
  );
  const playwright = readPlaywright(
    written({
      stats: { expected: 1, unexpected: 1, flaky: 0 },
      suites: [
        {
          suites: [
            { specs: [{ file: 'b.spec.ts', title: 'b', tests: [{ results: [{ duration: 2000 }] }] }] },
          ],
          specs: [{ file: 'b.spec.ts', title: 'c', tests: [{ results: [{ duration: 1000 }] }] }],
        },
      ],
    }),
  );
  expect([vitest.passed, vitest.failed]).toEqual([1, 1]);
  expect([playwright.passed, playwright.failed]).toEqual([1, 1]);
  expect(slowestTests([vitest, playwright], 3)).toEqual([
    '   2.0 s  e2e/b.spec.ts › b',
    '   1.0 s  e2e/b.spec.ts › c',
    '   0.0 s  lib/a.test.ts › a is quick',
  ]);
});

test('a runner without a report counts as no tests', () => {
  expect(readVitest('/nowhere/vitest.json')).toEqual({ passed: 0, failed: 0, tests: [] });
});

function written(report: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
  return join(folder, 'report.json');
}
