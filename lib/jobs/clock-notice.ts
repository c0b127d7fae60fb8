import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, posts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { type ClockHold, findClockHold } from './clock-jumps';

/** What the desk says about the clock. */
export interface ClockNotice extends ClockHold {
  /** Scheduled posts that became due by the jump and wait, the first due first. */
  held: { id: number; headline: string; language: LanguageCode }[];
}

/** Returns what waits for the clock, or null when it is trusted. @param limit how many posts to list. */
export function findClockNotice(db: Db, now: number, limit: number): ClockNotice | null {
  const hold = findClockHold(db, now);
  return hold && { ...hold, held: hold.kind === 'jump' ? listHeld(db, hold, limit) : [] };
}

function listHeld(db: Db, { from, to }: ClockHold, limit: number): ClockNotice['held'] {
  const { id, language, status, scheduledAt } = posts;
  return db
    .select({ id, language, headline: drafts.headline })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, id))
    .where(and(eq(status, 'scheduled'), gt(scheduledAt, from), lte(scheduledAt, to)))
    .orderBy(asc(scheduledAt), asc(id))
    .limit(limit)
    .all();
}
