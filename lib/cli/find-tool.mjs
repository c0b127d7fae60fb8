import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from './run-program.mjs';
import { say, Trouble } from './say.mjs';

/** Debian keeps servers where only an administrator's PATH looks. */
const ALSO = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];

/** The path of a program of that name on this machine, or undefined. */
export function findTool(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...ALSO];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * A program that a tool of ours cannot do without; the system's package manager is asked for it
 * when it is not there.
 * @returns its path.
 * @throws Trouble when it cannot be had.
 */
export async function requireTool(name, reason) {
  return findTool(name) ?? installTool(name, reason);
}

/**
 * Has the system's package manager install a program.
 * @param packages what it is called there, where that is not the program's name.
 * @returns its path.
 * @throws Trouble when it cannot be had.
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
  // A server's package starts it as a service, and nobody asked for that.
  if (path && existsSync(`/etc/init.d/${name}`)) await runProgram('service', [name, 'stop']);
  return path;
}

function fail(name, reason, packages) {
  const remedy =
    process.platform === 'darwin' ? `brew install ${packages.brew}` : `sudo apt-get install ${packages.apt}`;
  throw new Trouble(
    `${reason} with ${name}, which is not on this machine: install it (${remedy}) and start again.`,
  );
}
