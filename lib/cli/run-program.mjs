import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProgram } from './programs.mjs';

/** The folder of the program. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Runs a program to its end and collects its output.
 * @param {{ env?: NodeJS.ProcessEnv, listen?: (text: string) => void, stopBy?: NodeJS.Signals }} options
 *   `listen` receives the output as it is printed; `stopBy` is the signal that ends it early.
 * @returns its exit code (1 when it cannot be started) and its output, errors included.
 */
export async function runProgram(command, args, { env = process.env, listen, stopBy } = {}) {
  const options = { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] };
  const child = startProgram(command, args, options, stopBy);
  let output = '';
  const keep = (text) => {
    output += text;
    listen?.(text);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', keep);
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }));
    child.once('close', (code) => done({ code: code === null ? 1 : code, output }));
  });
}

/** Returns the path of a package's program. Running it with Node works on every system. */
export function packageProgram(path) {
  return join(ROOT, 'node_modules', path);
}
