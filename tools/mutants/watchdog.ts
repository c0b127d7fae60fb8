import { Worker } from 'node:worker_threads';

/** Processor seconds after which a test under a mutant has no end: of all our tests none takes as long. */
const ENDLESS_SECONDS = 20;

/**
 * A loop without end lets nothing else of its thread run, so another thread watches: it notes the mutant
 * and ends the process. It counts processor time, so that a busy machine ends nothing.
 */
const WATCHING = `
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { workerData } = require('node:worker_threads');
const turn = new Int32Array(workerData.shared);
let last = -1;
let began = process.cpuUsage();
setInterval(() => {
  const now = Atomics.load(turn, 0);
  if (now !== last) {
    last = now;
    began = process.cpuUsage();
  }
  const mutant = Atomics.load(turn, 1);
  if (mutant < 0 || process.cpuUsage(began).user / 1e6 < ${ENDLESS_SECONDS}) return;
  for (const folder of workerData.folders) writeFileSync(join(folder, String(mutant)), '');
  process.kill(process.pid, 'SIGKILL');
}, 500);
`;

/** Watches the turns of a worker. */
export interface Watchdog {
  /** Says that a turn began with this mutant; below zero for none. */
  turn(mutant: number): void;
}

/** @param folders where a mutant without end is noted, a file for each. */
export function watch(folders: string[]): Watchdog {
  const shared = new SharedArrayBuffer(8);
  const turns = new Int32Array(shared);
  Atomics.store(turns, 1, -1);
  new Worker(WATCHING, { eval: true, workerData: { shared, folders } }).unref();
  return {
    turn(mutant) {
      Atomics.store(turns, 1, mutant);
      Atomics.add(turns, 0, 1);
    },
  };
}
