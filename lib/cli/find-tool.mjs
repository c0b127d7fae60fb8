import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from './run-program.mjs';
import { say, Trouble } from './say.mjs';

/** Debian installs servers in folders that are only in an administrator's PATH. */
const ALSO = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];

/** Returns the path of a program on this machine, or undefined. */
export function findTool(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...ALSO];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * Finds a program that one of our tools needs, and installs it with the system's package manager if it is
 * missing.
 * @returns its path.
 * @throws Trouble when it cannot be installed.
 */
export async function requireTool(name, reason) {
  return findTool(name) ?? installTool(name, reason);
}

/**
 * Installs a program with the system's package manager.
 * @param packages the package's name for each manager, where it differs from the program's name.
 * @returns its path.
 * @throws Trouble when it cannot be installed.
 */
export async function installTool(name, reason, packages = { apt: name, brew: name }) {
  return (await packaged(name, packages)) ?? fail(name, reason, packages);
}

async function packaged(name, packages) {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !findTool('apt-get')) return undefined;
  say(`Installing the system’s ${name}…`);
  await runProgram('apt-get', ['update', '-q']);
  await runProgram('apt-get', ['install', '-y', '-q', '--no-install-recommends', packages.apt]);
  const path = findTool(name);
  // The package of a server starts it as a service, which is not wanted here.
  if (path && existsSync(`/etc/init.d/${name}`)) await runProgram('service', [name, 'stop']);
  return path;
}

function fail(name, reason, packages) {
  const remedy =
    process.platform === 'darwin' ? `brew install ${packages.brew}` : `sudo apt-get install ${packages.apt}`;
  throw new Trouble(
    `${reason} with ${name}, which is not installed on this machine. Install it (${remedy}), then start again.`,
  );
}
