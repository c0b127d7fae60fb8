import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { users } from '@/db/schema';
import { userIdOf } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { isPassphrase } from './passphrases';

/**
 * Checks that whoever is signed in knows the passphrase of the account: a browser that is found signed in must not be
 * enough to take it over.
 * @throws Refusal when it is wrong.
 */
export async function provePassphrase(
  db: Db,
  present: string,
  { actor }: Pick<Context, 'actor'>,
): Promise<void> {
  const user = db
    .select()
    .from(users)
    .where(eq(users.id, userIdOf(actor) ?? 0))
    .get();
  if (!(await isPassphrase(user?.passphraseHash ?? null, present)))
    throw new Refusal('forbidden', 'wrongCurrentPassphrase');
}
