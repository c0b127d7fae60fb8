import { Worker } from 'node:worker_threads';

/** Processor seconds after which a test under a mutant counts as an infinite loop: none of our tests takes as long. */
const ENDLESS_SECONDS = 20;

/**
 * An infinite loop blocks its thread, so another thread watches: it notes the mutant and ends the process. It counts
 * processor time, so that a busy machine ends nothing.
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
  /** Records that a turn began with this mutant; below zero for none. */
  turn(mutant: number): void;
}

/** Starts a watchdog. @param folders where a mutant with an infinite loop is noted, one file each. */
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
