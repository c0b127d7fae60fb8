import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const WATCHED_MS = 2000;

/** Returns how much of this machine's processors is in use while we do nothing, from 0 to 1. */
export async function systemLoad(): Promise<number> {
  const before = processorTimes();
  await pause(WATCHED_MS);
  const after = processorTimes();
  const total = after.total - before.total;
  return total > 0 ? 1 - (after.idle - before.idle) / total : 0;
}

function processorTimes(): { idle: number; total: number } {
  const times = cpus().map((cpu) => cpu.times);
  const total = times.flatMap((time) => Object.values(time)).reduce((sum, ms) => sum + ms, 0);
  return { idle: times.reduce((sum, { idle }) => sum + idle, 0), total };
}
