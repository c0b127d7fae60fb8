import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './run-program.mjs';

/**
 * Reads a vitest report.
 * @param {string} path of its JSON; a runner that broke before it tested anything leaves none.
 * @returns {{ passed: number, failed: number, tests: { title: string, ms: number }[] }}
 */
export function readVitest(path) {
  const report = read(path);
  const tests = (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, duration }) => ({
        title: `${relative(ROOT, name)} › ${fullName}`,
        ms: duration ?? 0,
      })),
  );
  return { passed: report?.numPassedTests ?? 0, failed: vitestFailures(report), tests };
}

/** Counts the failures: a file that cannot be loaded fails without a test. */
function vitestFailures(report) {
  const broken = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return (report?.numFailedTests ?? 0) + broken.length;
}

/** Reads a Playwright report. @see readVitest */
export function readPlaywright(path) {
  const report = read(path);
  const { expected = 0, flaky = 0, unexpected = 0 } = report?.stats ?? {};
  const tests = specsIn(report).map(({ file, title, tests: runs }) => ({
    title: `e2e/${file} › ${title}`,
    ms: runs.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
  }));
  return { passed: expected + flaky, failed: unexpected, tests };
}

/** Returns every test of a report, from all its files and groups. */
function specsIn(report) {
  const inSuite = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(inSuite)];
  return inSuite({ suites: report?.suites ?? [] });
}

/** Returns the slowest tests of several reports, as lines to print. */
export function slowestTests(reports, count = 10) {
  return reports
    .flatMap(({ tests }) => tests)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, count)
    .map(({ title, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${title}`);
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
