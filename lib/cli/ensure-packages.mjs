import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runProgram } from './run-program.mjs';
import { say, Trouble } from './say.mjs';

const STAMP = join(ROOT, 'node_modules', '.broadside-lock');

/**
 * Installs the packages that the lock file names, unless they are installed already.
 * @throws Trouble when they cannot be installed.
 */
export async function ensurePackages() {
  const wanted = stampOf();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  if (!hasSamePackages()) {
    say('Installing packages. This takes a minute or two…');
    await installLocked(['--include=dev']);
  }
  writeFileSync(STAMP, wanted);
}

/** Hashes only the lock file: native parts work with every version of Node that Broadside runs on. */
function stampOf() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')}\n`;
}

/** Returns whether `npm ci` has already been run: npm keeps its own list of installed packages. */
function hasSamePackages() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (existsSync(STAMP) || !existsSync(installed)) return false;
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || optional || devOptional || peer || (there[path] && there[path].version === version),
  );
}

/**
 * Installs the packages of a lock file without running their scripts: nothing is compiled.
 * @param options more npm options, such as the folder.
 * @throws Trouble when the installation fails.
 */
export async function installLocked(options) {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...options];
  const npm = process.env.npm_execpath;
  const { code, output } = npm
    ? await runProgram(process.execPath, [npm, ...args])
    : await runProgram('npm', args);
  if (code !== 0) throw new Trouble(reasonOf(output), lastLines(output));
}

function reasonOf(output) {
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|network/i.test(output))
    return 'The packages could not be downloaded. Check that this machine can reach the npm registry (“npm config get registry” shows its address), then start again.';
  if (/EACCES|EPERM|EROFS/.test(output))
    return `The packages could not be saved. Make ${ROOT} writable for this user, then start again.`;
  if (/ENOSPC/.test(output)) return 'The disk is full. Free 1 GB for the packages, then start again.';
  return 'The packages could not be installed. Fix the npm errors above, then start again.';
}

function lastLines(output) {
  return output.trim().split('\n').slice(-15).join('\n');
}
