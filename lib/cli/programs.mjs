import { spawn } from 'node:child_process';
import { Trouble } from './say.mjs';

/*
 * The programs that this process has started. `npm test` starts many at once, and each starts more: whatever
 * ends the tests must end all of them.
 */

/** Playwright needs a moment to close its browsers and servers itself. */
const STOP_WITHIN_MS = 8_000;

const running = new Map();
let isGrouping = false;
let stopping = false;

/** Starts each further program in its own process group, so that the whole group can be ended. */
export function groupPrograms() {
  isGrouping = process.platform !== 'win32';
}

/**
 * Starts a program that `stopPrograms` can stop.
 * @param {NodeJS.Signals} [stopBy] the signal that ends it: SIGKILL where there is nothing to clean up.
 * @throws Trouble when programs are being stopped.
 */
export function startProgram(command, args, options, stopBy = 'SIGINT') {
  if (stopping) throw new Trouble('Stopped.');
  const child = spawn(command, args, { ...options, detached: isGrouping });
  const hasEnded = new Promise((done) => {
    child.once('error', done);
    child.once('exit', done);
  });
  running.set(child, { hasEnded, stopBy });
  hasEnded.then(() => {
    running.delete(child);
    // A remaining child would keep its output open and outlive us.
    killGroup(child);
  });
  return child;
}

/** Returns whether programs are being stopped, so that a failure has only that cause. */
export function isStopping() {
  return stopping;
}

/** Ends every running program and its children: first with its signal, then by force. */
export async function stopPrograms() {
  stopping = true;
  await Promise.all(
    [...running].map(async ([child, { hasEnded, stopBy }]) => {
      child.kill(stopBy);
      const timer = setTimeout(() => killGroup(child), STOP_WITHIN_MS);
      await hasEnded;
      clearTimeout(timer);
    }),
  );
}

function killGroup(child) {
  if (!isGrouping || !child.pid) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // The usual case: no process of the group remains.
    if (error.code !== 'ESRCH') throw error;
  }
}
