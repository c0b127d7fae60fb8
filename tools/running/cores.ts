import { existsSync, readFileSync } from 'node:fs';

/** A program and its arguments. */
export type Command = [program: string, args: string[]];

/** Where the two sides of a measurement run, so that neither takes time from the other. */
export interface Cores {
  /** What serves is held to this core; null when programs cannot be held to one here. */
  serving: number | null;
  asking: number | null;
  taskset: string;
}

/** One core for whoever serves and one for whoever asks, when this machine has two and `taskset`. */
export function chooseCores(taskset: string | undefined): Cores {
  const [serving, asking] = allowedCores();
  if (!taskset || serving === undefined || asking === undefined)
    return { serving: null, asking: null, taskset: '' };
  return { serving, asking, taskset };
}

/** The command, held to one core where that can be. */
export function pinnedTo(core: number | null, cores: Cores, [program, args]: Command): Command {
  return core === null ? [program, args] : [cores.taskset, ['-c', String(core), program, ...args]];
}

/** Linux tells in a list such as `0-1,4`. */
function allowedCores(): number[] {
  const status = '/proc/self/status';
  if (!existsSync(status)) return [];
  const list = /^Cpus_allowed_list:\s*(.*)$/m.exec(readFileSync(status, 'utf8'))?.[1] ?? '';
  return list
    .split(',')
    .flatMap((range) => {
      const [first = Number.NaN, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    })
    .filter(Number.isInteger);
}
