import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { type NoteKind, readNote, removeNote, writeNote } from '@/lib/settings/program-notes';
import type { MachineTime } from './machine-time';
import { replanJobs } from './replan-jobs';

/*
 * Whether the clock of this machine can be trusted. When it jumps, what cannot be undone waits for a day, or
 * until the owner says that the clock is right: see decision 46.
 */

/** Clocks are corrected by less than this without anyone noticing. */
const TOLERANCE_MS = 5 * 60 * 1000;
export const HOLD_MS = 24 * 60 * 60 * 1000;

/** What the program last saw of the time. */
const seenTime: NoteKind<{ now: number; upMs: number; boot: string }> = {
  name: 'clock-seen',
  schema: z.object({ now: z.number(), upMs: z.number(), boot: z.string() }),
};

/** A stretch of time that the clock skipped, or that nobody can account for. */
export interface ClockHold {
  /**
   * `jump`: the clock was set. `stop`: nothing ran for more than a day, or the clock was set meanwhile, and the
   * machine cannot tell which.
   */
  kind: 'jump' | 'stop';
  /** The clock before, as far as it was right, and after; epoch ms. `to` is earlier when it was set back. */
  from: number;
  to: number;
  /** Until when what cannot be undone waits, epoch ms. */
  until: number;
}

export const clockHold: NoteKind<ClockHold> = {
  name: 'clock-hold',
  schema: z.object({ kind: z.enum(['jump', 'stop']), from: z.number(), to: z.number(), until: z.number() }),
};

/**
 * Compares the clock with how long the machine has run since the last look, and notes both. Call it every few
 * seconds, and at each start before any background job.
 * @returns what began or ended at this look: a hold, `right` when a clock that had jumped was set right again, or
 *   null.
 */
export function observeClock(tx: Tx, time: MachineTime): ClockHold | 'right' | null {
  const gap = gapSince(readNote(tx, seenTime)?.value ?? null, time);
  writeNote(tx, seenTime, time, time.now);
  if (!gap) return null;
  replanJobs(tx, time.now);
  const earlier = gap.kind === 'jump' ? activeJump(tx, gap.from) : null;
  // The time before the first of several jumps is the one that was right.
  const from = earlier ? gap.from - (earlier.to - earlier.from) : gap.from;
  if (earlier && Math.abs(gap.to - from) < TOLERANCE_MS) {
    removeNote(tx, clockHold);
    return 'right';
  }
  const hold = { ...gap, from, until: gap.to + HOLD_MS };
  writeNote(tx, clockHold, hold, time.now);
  return hold;
}

/** Returns what waits for the clock at `now`, or null when it can be trusted. */
export function findClockHold(tx: Db | Tx, now: number): ClockHold | null {
  const hold = readNote(tx, clockHold)?.value;
  return hold && now < hold.until ? hold : null;
}

/** Whether what is old may be deleted at `now`: not while the clock may be wrong. */
export function mayForgetOld(tx: Db | Tx, now: number): boolean {
  return findClockHold(tx, now) === null && !isUnobserved(tx, now);
}

/**
 * Returns until when a publication must wait that was due at `dueAt`, or null when it may go ahead. Only what a jump
 * made due waits: a machine that was off is expected to publish what became due meanwhile.
 */
export function publicationWaitsUntil(tx: Db | Tx, dueAt: number, now: number): number | null {
  if (isUnobserved(tx, now)) return now + UNOBSERVED_WAIT_MS;
  const hold = findClockHold(tx, now);
  const wasSkipped = hold?.kind === 'jump' && dueAt > hold.from && dueAt <= hold.to;
  return wasSkipped ? hold.until : null;
}

/** The next look comes within seconds. */
const UNOBSERVED_WAIT_MS = 1000;

/** Whether the clock moved since the last look by more than time can have: the next look judges it. */
function isUnobserved(tx: Db | Tx, now: number): boolean {
  const seen = readNote(tx, seenTime)?.value;
  return seen !== undefined && Math.abs(now - seen.now) >= TOLERANCE_MS;
}

function activeJump(tx: Db | Tx, at: number): ClockHold | null {
  const hold = findClockHold(tx, at);
  return hold?.kind === 'jump' ? hold : null;
}

type Gap = Omit<ClockHold, 'until'>;

function gapSince(seen: MachineTime | null, { now, upMs, boot }: MachineTime): Gap | null {
  if (!seen) return null;
  const isSameRun = seen.boot === boot && upMs >= seen.upMs;
  const expected = isSameRun ? seen.now + (upMs - seen.upMs) : null;
  if (expected !== null)
    return Math.abs(now - expected) < TOLERANCE_MS ? null : { kind: 'jump', from: expected, to: now };
  if (now < seen.now - TOLERANCE_MS) return { kind: 'jump', from: seen.now, to: now };
  return now - seen.now > HOLD_MS ? { kind: 'stop', from: seen.now, to: now } : null;
}
