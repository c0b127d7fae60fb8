import { eq, inArray, lt } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { signInFailures } from '@/db/schema';
import { Refusal } from '@/lib/errors';

const MINUTE_MS = 60_000;
/** Some tries are free; then each wait is twice as long as the one before. */
const FREE_TRIES = 5;
const FIRST_WAIT_MS = MINUTE_MS / 2;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;

/** All browsers that have never signed in, together: guessing from many networks gains nothing. */
const STRANGERS = 'strangers';
const STRANGERS_A_MINUTE = 30;

/** Who tries, for counting: a browser that has signed in to this account before, or a stranger at a network. */
export type Trying = { device: string } | { network: string };

/** Returns the keys under which failures of whoever tries are counted. */
export function keysOf(trying: Trying): string[] {
  return 'device' in trying ? [`device:${trying.device}`] : [`address:${trying.network}`];
}

/**
 * Counts a try under these keys, before the passphrase is compared, so that tries sent all at once are not all free.
 * A stranger's try counts among those of all strangers too, who never make a known browser wait.
 * @throws Refusal `forbidden` after too many, by whoever tries or by all strangers within this minute; then none is
 *   counted, so that nobody's network waits for what others did.
 */
export function countTries(db: Db, keys: string[], now: number, isStranger = false): void {
  db.transaction(
    (tx) => {
      for (const key of keys) refuseIfWaiting(tx, key, now);
      if (isStranger) countStranger(tx, now);
      for (const key of keys) countTry(tx, key, now);
    },
    { behavior: 'immediate' },
  );
}

function countStranger(tx: Tx, now: number) {
  const minute = now - (now % MINUTE_MS);
  const tries = tx.select().from(signInFailures).where(eq(signInFailures.key, STRANGERS)).get();
  const count = tries?.lastAt === minute ? tries.count : 0;
  if (count >= STRANGERS_A_MINUTE) throw new Refusal('forbidden', 'tooManyTries', { minutes: 1 });
  setCount(tx, STRANGERS, count + 1, minute);
}

/** Forgets the failures of whoever has signed in, and those that are too old to count. */
export function forgetTries(db: Db, keys: string[], now: number): void {
  db.delete(signInFailures).where(inArray(signInFailures.key, keys)).run();
  db.delete(signInFailures)
    .where(lt(signInFailures.lastAt, now - LONGEST_WAIT_MS))
    .run();
}

function refuseIfWaiting(tx: Tx, key: string, now: number) {
  const failures = tx.select().from(signInFailures).where(eq(signInFailures.key, key)).get();
  if (!failures || failures.count < FREE_TRIES) return;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures.count - FREE_TRIES));
  const left = failures.lastAt + wait - now;
  if (left <= 0) return;
  throw new Refusal('forbidden', 'tooManyTries', { minutes: Math.ceil(left / MINUTE_MS) });
}

function countTry(tx: Tx, key: string, now: number) {
  const failures = tx.select().from(signInFailures).where(eq(signInFailures.key, key)).get();
  const fresh = failures && now - failures.lastAt < LONGEST_WAIT_MS ? failures.count : 0;
  setCount(tx, key, fresh + 1, now);
}

function setCount(tx: Tx, key: string, count: number, lastAt: number) {
  tx.insert(signInFailures)
    .values({ key, count, lastAt })
    .onConflictDoUpdate({ target: signInFailures.key, set: { count, lastAt } })
    .run();
}
