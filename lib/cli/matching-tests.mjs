import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureBuild } from './ensure-build.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { findTestBrowser } from './find-chromium.mjs';
import { ROOT } from './run-program.mjs';
import { say, Trouble } from './say.mjs';
import { readVitest } from './test-reports.mjs';
import {
  countEndToEnd,
  listVitestFiles,
  playwrightNamed,
  runPlaywright,
  runVitest,
  vitestNamed,
} from './test-runners.mjs';

/**
 * Runs every test in every layer whose path or title contains the words, in upper or lower case. Titles are
 * matched as written in the test file.
 * @throws Trouble when a test fails, or none matches.
 */
export async function runMatching(steps, words) {
  await steps.run('Packages', ensurePackages);
  const chosen = playwrightNamed(words);
  const [unit, count] = await steps.sideBySide(
    () => steps.run('Unit and integration', (step) => unitTests(step, steps.folder, words)),
    () => steps.run('Looking for end-to-end tests', (step) => countEndToEnd(step, chosen)),
  );
  if (unit === 0) say(`  no unit or integration test matches “${words}”`);
  if (count === 0) say(`  no end-to-end test matches “${words}”`);
  if (unit + count === 0) {
    throw new Trouble(`No test path or title contains “${words}”.`);
  }
  if (count === 0) return;
  const build = await steps.run('Build', () => ensureBuild({ isCurrent: false }));
  const chromium = await steps.run('Chromium', findTestBrowser);
  const report = join(steps.folder, 'playwright.json');
  await steps.run('End to end', (step) => runPlaywright(step, report, { build, chromium }, chosen));
}

/**
 * Runs the matching unit tests, in two runs: vitest selects by path or by name, not by either.
 * @returns how many tests ran.
 */
async function unitTests(step, folder, words) {
  const has = (text) => text.toLowerCase().includes(words.toLowerCase());
  const files = await listVitestFiles(step);
  const byPath = files.filter((file) => has(relative(ROOT, file)));
  // Loading every file to find its test names would take a minute of processor time.
  const byName = files.filter((file) => !byPath.includes(file) && has(readFileSync(file, 'utf8')));
  const [report, namedReport] = ['vitest.json', 'vitest-named.json'].map((name) => join(folder, name));
  if (byPath.length > 0) await runVitest(step, report, byPath);
  if (byName.length > 0) await runVitest(step, namedReport, [...vitestNamed(words), ...byName]);
  return readVitest(report).passed + readVitest(namedReport).passed;
}
