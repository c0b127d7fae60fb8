import { existsSync, readFileSync } from 'node:fs';

/** A program and its arguments. */
export type Command = [program: string, args: string[]];

/** Where the two sides of a measurement run, so that neither takes time from the other. */
export interface Cores {
  /** The core that the server is pinned to; null when programs cannot be pinned here. */
  serving: number | null;
  asking: number | null;
  taskset: string;
}

/** Chooses one core for the server and one for the client, when this machine has two and `taskset`. */
export function chooseCores(taskset: string | undefined): Cores {
  const [serving, asking] = allowedCores();
  if (!taskset || serving === undefined || asking === undefined)
    return { serving: null, asking: null, taskset: '' };
  return { serving, asking, taskset };
}

/** Returns the command, pinned to one core where possible. */
export function pinnedTo(core: number | null, cores: Cores, [program, args]: Command): Command {
  return core === null ? [program, args] : [cores.taskset, ['-c', String(core), program, ...args]];
}

/** Returns the cores that we may use; Linux reports them as a list such as `0-1,4`. */
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
