import { packageProgram } from './run-program.mjs';

const VITEST = packageProgram('vitest/vitest.mjs');
const PLAYWRIGHT = packageProgram('@playwright/test/cli.js');

/**
 * Runs unit and integration tests.
 * @param {string} report where its JSON is written.
 * @param {string[]} args which tests; all of them by default.
 * @throws Trouble when one fails.
 */
export function runVitest(step, report, args = []) {
  const reporters = ['default', 'json', './lib/cli/vitest-progress.mjs'].map((name) => `--reporter=${name}`);
  return step.node(VITEST, ['run', ...reporters, `--outputFile.json=${report}`, ...args], {
    env: { ...process.env, NODE_ENV: 'test' },
  });
}

/**
 * Runs end-to-end tests.
 * @param {string} report where its JSON is written.
 * @param {{ build: string, chromium: string }} ground what they run with.
 * @param {string[]} args which tests; all of them by default.
 * @throws Trouble when one fails.
 */
export function runPlaywright(step, report, { build, chromium }, args = []) {
  return step.node(PLAYWRIGHT, ['test', '--reporter=line,json', ...args], {
    env: {
      ...process.env,
      CHROMIUM_PATH: chromium,
      RELEASE_DIR: build,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  });
}

/** Lists the files of unit and integration tests, as vitest finds them. */
export async function listVitestFiles(step) {
  const output = await step.node(VITEST, ['list', '--filesOnly', '--json']);
  return JSON.parse(output.slice(output.indexOf('['))).map(({ file }) => file);
}

/** Counts the end-to-end tests that `args` select. */
export async function countEndToEnd(step, args) {
  const output = await step.node(PLAYWRIGHT, [
    'test',
    '--list',
    '--reporter=list',
    '--pass-with-no-tests',
    ...args,
  ]);
  return Number(/^Total: (\d+) test/m.exec(output)[1]);
}

/** Returns vitest's arguments for tests whose name contains the words, in upper or lower case. */
export function vitestNamed(words) {
  const letters = [...escaped(words)].map((letter) => {
    const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
    return lower === upper ? letter : `[${lower}${upper}]`;
  });
  return ['--testNamePattern', letters.join('')];
}

/** Returns Playwright's arguments for tests whose path or title contains the words; Playwright itself ignores case. */
export function playwrightNamed(words) {
  return ['--grep', escaped(words.replace(/^e2e\//, ''))];
}

function escaped(words) {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
