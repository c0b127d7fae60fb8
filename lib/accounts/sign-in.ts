import { eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { signInFailures, users } from '@/db/schema';
import { Refusal } from '@/lib/errors';
import { whenFree } from '@/lib/when-free';
import { isPassphrase } from './passphrases';
import type { User } from './sessions';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/**
 * The credentials of someone signing in; `address` is the network address, used to slow down anyone who tries
 * many accounts.
 */
export interface SignIn {
  email: string;
  passphrase: string;
  address: string;
}

/**
 * Returns the person with this address and passphrase.
 * @throws Refusal `forbidden` when they are wrong, or for a while after too many attempts.
 */
export async function requireSignIn(
  db: Db,
  { email, passphrase, address }: SignIn,
  now: number,
): Promise<User> {
  const wanted = email.trim().toLowerCase();
  const keys = [`email:${wanted}`, `address:${address}`];
  // Counted before the slow comparison, so that attempts sent all at once are not all free.
  await whenFree(() => countTries(db, keys, now));
  const user = db.select().from(users).where(eq(users.email, wanted)).get();
  if (!(await isPassphrase(user?.passphraseHash ?? null, passphrase)) || !user) {
    throw new Refusal('forbidden', 'wrongSignIn');
  }
  await whenFree(() => db.delete(signInFailures).where(inArray(signInFailures.key, keys)).run());
  return { id: user.id, email: user.email, name: user.name, role: user.role, language: user.language };
}

/** @throws Refusal `forbidden` after too many attempts with one of the keys; then none is counted. */
function countTries(db: Db, keys: string[], now: number) {
  db.transaction(
    (tx) => {
      for (const key of keys) refuseIfWaiting(tx, key, now);
      for (const key of keys) countTry(tx, key, now);
    },
    { behavior: 'immediate' },
  );
}

function refuseIfWaiting(tx: Tx, key: string, now: number) {
  const failures = tx.select().from(signInFailures).where(eq(signInFailures.key, key)).get();
  if (!failures || failures.count < FREE_TRIES) return;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures.count - FREE_TRIES));
  const left = failures.lastAt + wait - now;
  if (left <= 0) return;
  throw new Refusal('forbidden', 'tooManyTries', { minutes: Math.ceil(left / 60_000) });
}

function countTry(tx: Tx, key: string, now: number) {
  const failures = tx.select().from(signInFailures).where(eq(signInFailures.key, key)).get();
  const fresh = failures && now - failures.lastAt < LONGEST_WAIT_MS ? failures.count : 0;
  tx.insert(signInFailures)
    .values({ key, count: fresh + 1, lastAt: now })
    .onConflictDoUpdate({ target: signInFailures.key, set: { count: fresh + 1, lastAt: now } })
    .run();
}
