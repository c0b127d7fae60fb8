import { spawn } from 'node:child_process';
import { stopWithNpm } from '../process/parent-watch.mjs';

/**
 * Runs a program in place of this process: it uses the same terminal, receives the same signals, and its exit
 * ends this process. Where the system supports it, this process becomes the program, so that a supervisor
 * controls the program directly.
 * @returns its exit code, where this process could not become it.
 * @see https://nodejs.org/api/process.html#processexecvefile-args-env
 */
export function becomeProgram(command, args, { env, cwd }) {
  if (process.execve && process.platform !== 'win32') {
    if (cwd !== process.cwd()) process.chdir(cwd);
    process.execve(command, [command, ...args], env);
  }
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    stopWithNpm(() => child.kill('SIGTERM'));
    child.once('error', fail);
    child.once('exit', (code) => done(code === null ? 1 : code));
  });
}
