import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { users } from '@/db/schema';
import { Refusal } from '@/lib/errors';
import { whenFree } from '@/lib/when-free';
import { findDevice } from './devices';
import { isPassphrase } from './passphrases';
import type { User } from './sessions';
import { countTries, forgetTries, keysOf } from './throttle';

/**
 * The credentials of someone signing in; `address` is the network address and `deviceToken` what the browser's cookie
 * holds if it has signed in before: they decide whose failures make this try wait.
 */
export interface SignIn {
  email: string;
  passphrase: string;
  address: string;
  deviceToken: string | null;
}

/**
 * Returns the person with this address and passphrase. A browser that has signed in to the account before waits only
 * for its own failures: nobody else can keep the owner out. Others wait for those of their network, and of all
 * strangers together.
 * @throws Refusal `forbidden` when they are wrong, or for a while after too many attempts.
 */
export async function requireSignIn(
  db: Db,
  { email, passphrase, address, deviceToken }: SignIn,
  now: number,
): Promise<User> {
  const wanted = email.trim().toLowerCase();
  const user = db.select().from(users).where(eq(users.email, wanted)).get();
  const device = user ? findDevice(db, { userId: user.id, token: deviceToken }, now) : null;
  const keys = keysOf(device === null ? { network: address } : { device });
  await whenFree(() => countTries(db, keys, now, device === null));
  if (!(await isPassphrase(user?.passphraseHash ?? null, passphrase)) || !user) {
    throw new Refusal('forbidden', 'wrongSignIn');
  }
  await whenFree(() => forgetTries(db, keys, now));
  return { id: user.id, email: user.email, name: user.name, role: user.role, language: user.language };
}
