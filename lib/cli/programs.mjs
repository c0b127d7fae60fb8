import { spawn } from 'node:child_process';
import { Trouble } from './say.mjs';

/*
 * The programs that this process has started. `npm test` starts many at once, each of which starts
 * more: whatever ends the tests must end all of them.
 */

/** Playwright needs a moment to close its browsers and servers by itself. */
const STOP_WITHIN_MS = 8_000;

const running = new Map();
let isGrouping = false;
let stopping = false;

/** From now on each program heads a process group of its own, which ends with it. */
export function groupPrograms() {
  isGrouping = process.platform !== 'win32';
}

/**
 * Starts a program that `stopPrograms` knows of.
 * @param {NodeJS.Signals} [stopBy] what ends it: SIGKILL where there is nothing to tidy up.
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
    // Whatever it left would hold its output open, and outlive us.
    killGroup(child);
  });
  return child;
}

/** Whether programs are being stopped, so that they fail for that reason alone. */
export function isStopping() {
  return stopping;
}

/** Ends every program that runs, and what it has started: by its signal first, then by force. */
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
    // The usual case: nobody is left.
    if (error.code !== 'ESRCH') throw error;
  }
}
