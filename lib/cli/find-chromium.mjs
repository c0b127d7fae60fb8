import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packageProgram, ROOT, runProgram } from './run-program.mjs';
import { say, Trouble } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome.exe'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium for the end-to-end tests: the one named by CHROMIUM_PATH, Playwright's own, the
 * system's, one that Playwright can download, or one that the system's package manager has.
 * @returns the path of its program.
 * @throws Trouble when there is none and none can be had.
 */
export async function findChromium() {
  return (
    present(process.env.CHROMIUM_PATH) ??
    (await playwrightsOwn()) ??
    systems() ??
    (await downloaded()) ??
    (await packaged()) ??
    fail()
  );
}

function present(path) {
  return path && existsSync(path) ? path : undefined;
}

/** Asked in a process of its own, since Playwright remembers what it found when it was loaded. */
async function playwrightsOwn() {
  const ask = "import { chromium } from '@playwright/test'; console.log(chromium.executablePath())";
  const { code, output } = await runProgram(process.execPath, ['--input-type=module', '-e', ask]);
  return code === 0 ? present(output.trim().split('\n').at(-1)) : undefined;
}

function systems() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE].find(
    (path) => existsSync(path),
  );
}

async function downloaded() {
  say('Downloading a Chromium for the end-to-end tests…');
  const playwright = packageProgram('@playwright/test/cli.js');
  const { code } = await runProgram(process.execPath, [playwright, 'install', 'chromium']);
  return code === 0 ? playwrightsOwn() : undefined;
}

async function packaged() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return undefined;
  say('Installing the system’s Chromium…');
  await runProgram('apt-get', ['update', '-q']);
  await runProgram('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  return systems();
}

function fail() {
  throw new Trouble(
    `The end-to-end tests need a Chromium: install one, or name its program in CHROMIUM_PATH, and run npm test in ${ROOT} again.`,
  );
}
