import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installLocked } from './ensure-packages.mjs';
import { findTool, installTool } from './find-tool.mjs';
import { ROOT, runProgram } from './run-program.mjs';
import { say } from './say.mjs';

/** The lock file is kept with the code. The programs are installed outside what is built and searched. */
const WANTED = join(ROOT, 'tools/audit/programs');
const FOLDER = join(ROOT, '.audit');
const JAVA_PACKAGES = { apt: 'default-jre-headless', brew: 'openjdk' };
const LISTS = ['package.json', 'package-lock.json'];

/**
 * Installs Lighthouse and the Nu HTML checker, unless the right versions are installed. They are a quarter of
 * the size of everything else together, so only audits download them.
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
 * Returns the path of the Java launcher.
 * @throws Trouble when there is none and none can be installed.
 */
export async function requireJava() {
  const path = findTool('java');
  // macOS has a `java` that only reports that Java is missing.
  const works = path && (await runProgram(path, ['-version'])).code === 0;
  return works ? path : installTool('java', 'HTML is checked', JAVA_PACKAGES);
}
