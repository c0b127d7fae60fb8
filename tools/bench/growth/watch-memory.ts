import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const EVERY_MS = 50;
const KIB_A_MIB = 1024;
/** @see https://docs.kernel.org/filesystems/proc.html */
const FORGET_MOST = '5';

/** The resident memory of a process and of all that it started, in MiB. */
export interface MemoryWatch {
  now: () => number;
  /** The most since it was asked last, or since the process began; of what it started, of the moments looked at. */
  most: () => number;
  stop: () => void;
}

/** Watches the memory of a process. Linux alone reports it. @see https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
export function watchMemory(pid: number): MemoryWatch {
  let most = 0;
  const now = () => familyOf(pid).reduce((sum, member) => sum + kibOf(member, 'VmRSS'), 0) / KIB_A_MIB;
  const timer = setInterval(() => {
    most = Math.max(most, now());
  }, EVERY_MS);
  return {
    now,
    most: () => {
      const mostYet = Math.max(most, kibOf(pid, 'VmHWM') / KIB_A_MIB);
      most = 0;
      if (existsSync(`/proc/${pid}`)) writeFileSync(`/proc/${pid}/clear_refs`, FORGET_MOST);
      return mostYet;
    },
    stop: () => clearInterval(timer),
  };
}

function familyOf(pid: number): number[] {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return [];
  const children = readdirSync(tasks).flatMap((task) =>
    textOf(`${tasks}/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(familyOf)];
}

function kibOf(pid: number, field: string): number {
  const line = textOf(`/proc/${pid}/status`)
    .split('\n')
    .find((text) => text.startsWith(`${field}:`));
  return Number(line?.split(':')[1]?.replace('kB', '') ?? 0);
}

/** A process or a thread may end at any moment, and has no text then. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))
      return '';
    throw error;
  }
}
