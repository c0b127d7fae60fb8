import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installLocked } from './ensure-packages.mjs';
import { findTool, installTool } from './find-tool.mjs';
import { ROOT, runProgram } from './run-program.mjs';
import { say } from './say.mjs';

/** What is wanted, beside the code; where it is installed, outside what is built and searched. */
const WANTED = join(ROOT, 'tools/audit/programs');
const FOLDER = join(ROOT, '.audit');
const JAVA_PACKAGES = { apt: 'default-jre-headless', brew: 'openjdk' };
const LISTS = ['package.json', 'package-lock.json'];

/**
 * Installs Lighthouse and the Nu HTML checker, if they are not those that are there. They weigh a
 * quarter as much as everything else together, so that only who audits fetches them.
 * @returns the folder of their packages.
 * @throws Trouble when they cannot be installed.
 */
export async function ensureAuditPrograms() {
  const stamp = join(FOLDER, 'installed');
  const wanted = readFileSync(join(WANTED, 'package-lock.json'), 'utf8');
  const packages = join(FOLDER, 'node_modules');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return packages;
  say('Fetching Lighthouse and the Nu HTML checker (220 MB)…');
  mkdirSync(FOLDER, { recursive: true });
  for (const list of LISTS) copyFileSync(join(WANTED, list), join(FOLDER, list));
  await installLocked(['--prefix', FOLDER]);
  writeFileSync(stamp, wanted);
  return packages;
}

/**
 * The program that runs Java's.
 * @throws Trouble when there is none and none can be had.
 */
export async function requireJava() {
  const path = findTool('java');
  // macOS has a program of that name that only says that there is none.
  const works = path && (await runProgram(path, ['-version'])).code === 0;
  return works ? path : installTool('java', 'HTML is checked', JAVA_PACKAGES);
}
