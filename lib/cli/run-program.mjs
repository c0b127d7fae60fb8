import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the program. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Runs a program to its end and keeps what it prints.
 * @returns its exit code (1 when it cannot be started) and its output, errors included.
 */
export function runProgram(command, args, { env = process.env, show = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }));
    child.once('close', (code) => done({ code: code === null ? 1 : code, output }));
  });
}

/** The path of a package's program, to be run with Node, which works on every system alike. */
export function packageProgram(path) {
  return join(ROOT, 'node_modules', path);
}
