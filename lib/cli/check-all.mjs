import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './ensure-build.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { findChromium } from './find-chromium.mjs';
import { packageProgram, runProgram } from './run-program.mjs';
import { orSayWhy, say, Trouble } from './say.mjs';

const totals = { passed: 0, failed: 0 };

/** Checks everything, cheapest first; stops at the first thing that is wrong. The last line is the totals. */
export function main() {
  const reports = mkdtempSync(join(tmpdir(), 'broadside-test-'));
  return orSayWhy(() => runSteps(reports)).then(() => {
    rmSync(reports, { recursive: true, force: true });
    // A step that fails without having counted, such as the types, is one failure.
    if (process.exitCode && totals.failed === 0) totals.failed = 1;
    say(`${totals.passed} passed, ${totals.failed} failed`);
  });
}

async function runSteps(reports) {
  await step('Packages', ensurePackages);
  await step('Format and lint', () =>
    program('@biomejs/biome/bin/biome', ['ci', '--diagnostic-level=error']),
  );
  await step('Types', async () => {
    await program('next/dist/bin/next', ['typegen']);
    await program('@typescript/native/bin/tsc', ['--noEmit', '--checkers', '1']);
  });
  await step('Who imports whom', checkImports);
  await step('Nothing unused', () => program('knip/bin/knip.js', []));
  await step('Unit and integration', () => vitest(join(reports, 'vitest.json')));
  const folder = await step('Build', ensureBuild);
  const chromium = await step('Chromium', findChromium);
  await step('End to end', () => playwright(join(reports, 'playwright.json'), folder, chromium));
}

async function step(name, work) {
  const startedAt = Date.now();
  const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  try {
    const result = await work();
    say(`✓ ${name} (${seconds()})`);
    return result;
  } catch (error) {
    say(`✗ ${name} (${seconds()})`);
    throw error;
  }
}

/** Runs a package's program; what it prints is shown only when it fails. */
async function program(path, args, env = process.env) {
  const plain = { ...env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const { code, output } = await runProgram(process.execPath, [packageProgram(path), ...args], {
    env: plain,
  });
  if (code !== 0) throw new Trouble('The tests stop here: mend what is said above.', output);
  return output;
}

/** Fails too when the check sees suspiciously little of the code. */
async function checkImports() {
  const { code, output } = await runProgram(process.execPath, ['lib/cli/architecture.mjs']);
  if (code !== 0) throw new Trouble('The tests stop here: mend what is said above.', output);
}

async function vitest(report) {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    await program('vitest/vitest.mjs', args, { ...process.env, NODE_ENV: 'test' });
  } finally {
    const counts = countsIn(report);
    totals.passed += counts?.numPassedTests ?? 0;
    totals.failed += counts?.numFailedTests ?? 0;
  }
}

async function playwright(report, folder, chromium) {
  const env = {
    ...process.env,
    CHROMIUM_PATH: chromium,
    NEXT_BUILD_DIR: folder,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
  try {
    await program('@playwright/test/cli.js', ['test'], env);
  } finally {
    const stats = countsIn(report)?.stats;
    totals.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
    totals.failed += stats?.unexpected ?? 0;
  }
}

/** A runner that broke before it tested anything leaves no report. */
function countsIn(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
}
