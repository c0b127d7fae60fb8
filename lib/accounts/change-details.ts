import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { users } from '@/db/schema';
import { requireUserId, userIdOf } from '@/lib/actor';
import { type Context, command } from '@/lib/commands';
import { failureOf, type Outcome, Refusal } from '@/lib/errors';
import { because } from '@/lib/forms';
import { whenFree } from '@/lib/when-free';
import { isPassphrase } from './passphrases';
import { hasAccount } from './policies';

/** A person's own name and e-mail address, and the current passphrase, which a new address needs. */
export const OwnDetails = z.object({
  name: z.string().trim().min(1, because('enterYourName')).max(200),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email(because('notAnEmail')).max(200)),
  present: z.string().max(1000),
});
type OwnDetails = z.infer<typeof OwnDetails>;

const storeDetails = command(
  'changeDetails',
  hasAccount,
  (tx, { name, email }: Omit<OwnDetails, 'present'>, { actor }) => {
    const userId = requireUserId(actor);
    const isTaken = and(eq(users.email, email), ne(users.id, userId));
    if (tx.select({ id: users.id }).from(users).where(isTaken).get())
      throw new Refusal('conflict', 'emailTaken');
    tx.update(users).set({ name, email }).where(eq(users.id, userId)).run();
    return {};
  },
);

/**
 * Changes the signed-in person's name and e-mail address. A new address needs the passphrase: whoever finds a browser
 * signed in must not be able to take the account over.
 */
export async function changeOwnDetails(
  db: Db,
  { name, email, present }: OwnDetails,
  context: Context,
): Promise<Outcome<unknown>> {
  const user = db
    .select()
    .from(users)
    .where(eq(users.id, userIdOf(context.actor) ?? 0))
    .get();
  if (user?.email !== email && !(await isPassphrase(user?.passphraseHash ?? null, present)))
    return failureOf(new Refusal('forbidden', 'wrongCurrentPassphrase'));
  return whenFree(() => storeDetails(db, { name, email }, context));
}
