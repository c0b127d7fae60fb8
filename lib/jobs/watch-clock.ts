import type { Db } from '@/db/client';
import { type ClockHold, observeClock } from './clock-jumps';
import { type MachineTime, machineTime } from './machine-time';

/**
 * Looks at the clock, and tells the operator's log when it jumped.
 * @throws SqliteError `SQLITE_BUSY` while another process has locked the database.
 */
export function watchClock(db: Db, time: MachineTime = machineTime()): void {
  const seen = db.transaction((tx) => observeClock(tx, time), { behavior: 'immediate' });
  if (seen) console.warn(seen === 'right' ? 'The clock of this machine is right again.' : sentenceOf(seen));
}

function sentenceOf({ kind, from, to, until }: ClockHold): string {
  const what =
    kind === 'jump'
      ? `The clock of this machine was set from ${said(from)} to ${said(to)}.`
      : `Nothing ran from ${said(from)} to ${said(to)}, or the clock of this machine was set.`;
  const waiting = kind === 'jump' ? ', and posts that became due by this are not published,' : '';
  return `${what} Old posts in the bin and earlier versions are not deleted${waiting} before ${said(until)}, unless the owner confirms the clock on the dashboard.`;
}

const said = (at: number) => new Date(at).toISOString();
