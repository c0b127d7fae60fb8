import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stopWithNpm } from '../process/parent-watch.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { findTestBrowser } from './find-chromium.mjs';
import { runMatching } from './matching-tests.mjs';
import { groupPrograms, stopPrograms } from './programs.mjs';
import { packageProgram, ROOT } from './run-program.mjs';
import { exitWithReason, say, Trouble } from './say.mjs';
import { Steps } from './steps.mjs';
import { makeTestFolder } from './test-folder.mjs';
import { readPlaywright, readVitest, slowestTests } from './test-reports.mjs';
import { runPlaywright, runVitest } from './test-runners.mjs';

const REPORTS = join(ROOT, 'test-results');
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Runs every check; with `--check`, the quick ones, in about a minute; with words, the matching tests. The
 * first failure stops the rest. The last line shows the totals.
 */
export async function main(args) {
  rmSync(REPORTS, { recursive: true, force: true });
  groupPrograms();
  const folder = makeTestFolder();
  process.env.TMPDIR = folder;
  const cleanUp = () => rmSync(folder, { recursive: true, force: true });
  for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => stop(code, cleanUp));
  stopWithNpm(() => stop(SIGNALS.SIGTERM, cleanUp));
  await exitWithReason(async () => {
    try {
      await choose(args)(new Steps(REPORTS));
    } catch (error) {
      // A step that was stopped fails only because it was stopped.
      if (!isStopped) throw error;
    }
  });
  if (isStopped) return;
  cleanUp();
  sayTotals();
}

function choose(args) {
  if (args.length === 0) return everything;
  if (args.length === 1 && args[0] === '--check') return (steps) => quickChecks(steps, async () => {});
  if (args.some((arg) => arg.startsWith('-'))) {
    throw new Trouble(
      'Unknown option. Use “npm test”, “npm run check”, or “npm test -- words” for the tests whose path or title contains these words.',
    );
  }
  return (steps) => runMatching(steps, args.join(' '));
}

async function everything(steps) {
  let build = '';
  await quickChecks(steps, async () => {
    build = await steps.run('Build', () => ensureBuild({ isCurrent: false }));
  });
  const chromium = await steps.run('Chromium', findTestBrowser);
  const report = join(REPORTS, 'playwright.json');
  await steps.run('End to end', (step) => runPlaywright(step, report, { build, chromium }));
}

/** Checks the code in one column, on one core, and runs the unit tests in the other. */
async function quickChecks(steps, andThen) {
  await steps.run('Packages', ensurePackages);
  await steps.sideBySide(
    async () => {
      await checkCode(steps);
      await andThen();
    },
    () => steps.run('Unit and integration', (step) => runVitest(step, join(REPORTS, 'vitest.json'))),
  );
}

async function checkCode(steps) {
  // None of these leaves anything to clean up, and some react slowly to a signal.
  const look = (step, path, args) => step.node(path, args, { stopBy: 'SIGKILL' });
  const program = (step, path, args = []) => look(step, packageProgram(path), args);
  await steps.run('Format and lint', (step) =>
    program(step, '@biomejs/biome/bin/biome', ['ci', '--diagnostic-level=error']),
  );
  await steps.run('Types', async (step) => {
    await program(step, 'next/dist/bin/next', ['typegen']);
    // More checkers take more processor time, which the other column can use.
    await program(step, '@typescript/native/bin/tsc', ['--noEmit', '--checkers', '1']);
  });
  await steps.run('Imports', (step) => look(step, join(ROOT, 'lib/cli/architecture.mjs'), []));
  await steps.run('Unused code', (step) => program(step, 'knip/bin/knip.js'));
}

function sayTotals() {
  const reports = [
    readVitest(join(REPORTS, 'vitest.json')),
    readVitest(join(REPORTS, 'vitest-named.json')),
    readPlaywright(join(REPORTS, 'playwright.json')),
  ];
  const sum = (of) => reports.reduce((total, report) => total + of(report), 0);
  const slowest = slowestTests(reports);
  if (slowest.length > 0) say(`The slowest tests:\n${slowest.join('\n')}`);
  say(`Logs and reports are in ${relative(ROOT, REPORTS)}.`);
  const failed = sum((report) => report.failed);
  // A failed step without counts, such as the type check, is one failure.
  say(`${sum((report) => report.passed)} passed, ${failed || (process.exitCode ? 1 : 0)} failed`);
}

let isStopped = false;

/** Stops all started programs and cleans up, then exits with the signal's code. */
async function stop(code, cleanUp) {
  if (isStopped) return;
  isStopped = true;
  say('Stopping…');
  await stopPrograms();
  cleanUp();
  process.exit(code);
}
