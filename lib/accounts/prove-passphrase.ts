import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { users } from '@/db/schema';
import { userIdOf } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { whenFree } from '@/lib/when-free';
import { isPassphrase } from './passphrases';
import { countTries, forgetTries } from './throttle';

/**
 * Checks that whoever is signed in knows the passphrase of the account: a browser that is found signed in must not be
 * enough to take it over.
 * @throws Refusal when it is wrong, or for a while after too many wrong ones.
 */
export async function provePassphrase(db: Db, present: string, { actor, now }: Context): Promise<void> {
  const userId = userIdOf(actor) ?? 0;
  const keys = [`proof:${userId}`];
  await whenFree(() => countTries(db, keys, now));
  const user = db.select().from(users).where(eq(users.id, userId)).get();
  if (!(await isPassphrase(user?.passphraseHash ?? null, present)))
    throw new Refusal('forbidden', 'wrongCurrentPassphrase');
  await whenFree(() => forgetTries(db, keys, now));
}
