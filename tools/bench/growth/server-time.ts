import { readdirSync, readFileSync } from 'node:fs';

/**
 * Returns the processor time of a process so far, in ms: that of all its threads, to the nanosecond, where the system
 * reports it (Linux). Unlike time on the clock it hardly depends on other programs.
 * @see https://docs.kernel.org/scheduler/sched-stats.html
 */
export function processorMs(pid: number): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const [running = 0] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')
      .split(' ')
      .map(Number);
    nanoseconds += running;
  }
  return nanoseconds / 1e6;
}
