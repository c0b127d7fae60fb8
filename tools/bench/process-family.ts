import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What a process and all that it started use. */
export interface Usage {
  residentMib: number;
  /** Since they began; null where the system does not report it finely enough. */
  processorSeconds: number | null;
}

/** Linux counts in this unit on every machine. @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICKS_A_SECOND = 100;

/** Returns what the process `pid` and all that it started use now. */
export function usageOf(pid: number): Usage {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([pid]);
  // A child can come before its parent in the list, so it is read until no new process is found.
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const [child = 0, parent = 0] of processes) if (family.has(parent)) family.add(child);
  }
  let residentKib = 0;
  for (const [member = 0, , rssKib = 0] of processes) if (family.has(member)) residentKib += rssKib;
  return { residentMib: residentKib / 1024, processorSeconds: processorSecondsOf(family) };
}

/** Returns the processor time of our children that have ended, in seconds. Linux alone reports it. */
export function endedChildrenSeconds(): number {
  const [user = 0, system = 0] = statOf('self').slice(13, 15);
  return (user + system) / TICKS_A_SECOND;
}

function processorSecondsOf(family: Set<number>): number | null {
  if (!existsSync('/proc/self/stat')) return null;
  let ticks = 0;
  for (const member of family) {
    // Ended since the list was made, such as the program that made it.
    if (!existsSync(`/proc/${member}/stat`)) continue;
    const [user = 0, system = 0] = statOf(member).slice(11, 13);
    ticks += user + system;
  }
  return ticks / TICKS_A_SECOND;
}

/** The fields after the program's name, which is in brackets and may contain spaces. */
function statOf(process: number | 'self'): number[] {
  const stat = readFileSync(`/proc/${process}/stat`, 'utf8');
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
}
