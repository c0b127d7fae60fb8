import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** The time as this machine says it. */
export interface MachineTime {
  /** The clock on the wall, epoch ms: people and programs can set it. */
  now: number;
  /** How long the machine has run, ms: nobody can set it. */
  upMs: number;
  /** Identifies the start of the machine from which `upMs` counts. */
  boot: string;
}

/**
 * On Linux the time since the machine started, which includes its sleep, so that it can be compared across
 * restarts of the program. Elsewhere that time follows the clock, so the time since this program started.
 * @see https://man7.org/linux/man-pages/man2/clock_gettime.2.html (CLOCK_BOOTTIME)
 */
const isLinux = process.platform === 'linux';
const boot = isLinux ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : randomUUID();

/** Returns the current time. */
export function machineTime(): MachineTime {
  return { now: Date.now(), upMs: isLinux ? uptime() * 1000 : performance.now(), boot };
}
