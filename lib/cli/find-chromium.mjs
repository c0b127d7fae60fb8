import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packageProgram, ROOT, runProgram } from './run-program.mjs';
import { say, Trouble } from './say.mjs';

/** Chromium as a full browser. */
const BROWSERS = {
  names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome.exe'],
  elsewhere: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** Chromium without a window, which takes a fifth less processor time for the same pages. */
const HEADLESS_SHELLS = {
  names: ['chromium-headless-shell', 'chrome-headless-shell', 'headless_shell'],
  elsewhere: ['/usr/lib/chromium/chromium-headless-shell'],
};

const OWN_SHELL = /^(?:chrome-headless-shell|headless_shell)(?:\.exe)?$/;

/**
 * Finds a Chromium for the end-to-end tests: the one named by CHROMIUM_PATH, Playwright's headless shell, the
 * system's, or any other Chromium. If there is none, it installs one: a headless shell from Playwright or the
 * system's package manager if possible, otherwise a full Chromium.
 * @returns the path of its program.
 * @throws Trouble when there is none and none can be installed.
 */
export async function findTestBrowser() {
  return (
    present(process.env.CHROMIUM_PATH) ??
    (await playwrightsShell()) ??
    onSystem(HEADLESS_SHELLS) ??
    (await playwrightsBrowser()) ??
    onSystem(BROWSERS) ??
    (await downloaded(['--only-shell', 'chromium'], playwrightsShell)) ??
    (await packaged('chromium-headless-shell', HEADLESS_SHELLS)) ??
    (await packaged('chromium', BROWSERS)) ??
    fail()
  );
}

/**
 * Finds a full Chromium for the tools that measure and show what people see: the one named by CHROMIUM_PATH,
 * Playwright's own, the system's, one that Playwright can download, or one from the system's package manager.
 * @returns the path of its program.
 * @throws Trouble when there is none and none can be installed.
 */
export async function findChromium() {
  return (
    present(process.env.CHROMIUM_PATH) ??
    (await playwrightsBrowser()) ??
    onSystem(BROWSERS) ??
    (await downloaded(['chromium'], playwrightsBrowser)) ??
    (await packaged('chromium', BROWSERS)) ??
    fail()
  );
}

function present(path) {
  return path && existsSync(path) ? path : undefined;
}

/** Asks in a separate process, because Playwright caches what it found when it was loaded. */
async function playwrightsBrowser() {
  const ask = "import { chromium } from '@playwright/test'; console.log(chromium.executablePath())";
  const { code, output } = await runProgram(process.execPath, ['--input-type=module', '-e', ask]);
  return code === 0 ? present(output.trim().split('\n').at(-1)) : undefined;
}

const PLACE = 'Install location: ';

/** Finds Playwright's headless shell. Playwright reports the folder for it, but not the name of the file. */
async function playwrightsShell() {
  const { output } = await playwright('install', '--dry-run', '--only-shell', 'chromium');
  const line = output.split('\n').find((one) => one.includes(PLACE) && one.includes('headless_shell'));
  const folder = line?.split(PLACE)[1]?.trim();
  if (!folder || !existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const shell = files.find((file) => file.isFile() && OWN_SHELL.test(file.name));
  return shell && join(shell.parentPath, shell.name);
}

function onSystem({ names, elsewhere }) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere].find(
    (path) => existsSync(path),
  );
}

async function downloaded(what, find) {
  say('Downloading Chromium for the end-to-end tests…');
  const { code } = await playwright('install', ...what);
  return code === 0 ? find() : undefined;
}

async function packaged(name, kind) {
  if (process.platform !== 'linux' || process.getuid() !== 0) return undefined;
  say(`Installing the system’s ${name}…`);
  await runProgram('apt-get', ['update', '-q']);
  await runProgram('apt-get', ['install', '-y', '-q', '--no-install-recommends', name]);
  return onSystem(kind);
}

function playwright(...args) {
  return runProgram(process.execPath, [packageProgram('@playwright/test/cli.js'), ...args]);
}

function fail() {
  throw new Trouble(
    `The end-to-end tests need Chromium. Install it, or set CHROMIUM_PATH to its program, then run npm test in ${ROOT} again.`,
  );
}
