import { type ChosenTime, timeOf } from '@/components/desk/ui/chosen-time';
import { zonedInstants, zonedLocal } from '@/lib/settings/zoned-time';

/** What moving a post to another day means. */
export type OtherDay =
  /** It is on that day already. */
  | { kind: 'same' }
  /** It gets this time (epoch ms). */
  | { kind: 'move'; at: number }
  /** A person must look at the time first: clocks skip it on that day, or show it twice. */
  | { kind: 'ask'; time: ChosenTime };

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Returns what moving a post to a day means: clocks show the same time there.
 * @param scheduledAt epoch ms.
 * @param day `2026-11-02`, in the publication's zone.
 */
export function onOtherDay(scheduledAt: number, day: string, timeZone: string): OtherDay {
  const { local: before } = timeOf(scheduledAt, timeZone);
  if (before.startsWith(day)) return { kind: 'same' };
  const local = `${day}${before.slice(day.length)}`;
  const [first, second] = zonedInstants(local, timeZone);
  if (first === undefined || second !== undefined) return { kind: 'ask', time: { local, isSecond: false } };
  return { kind: 'move', at: first };
}

/** Returns the day so many days after that of a post. @param scheduledAt epoch ms. */
export function dayAfter(scheduledAt: number, days: number, timeZone: string): string {
  const day = zonedLocal(scheduledAt, timeZone).slice(0, 10);
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
