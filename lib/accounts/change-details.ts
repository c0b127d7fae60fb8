import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { users } from '@/db/schema';
import { requireUserId, userIdOf } from '@/lib/actor';
import { type Context, command } from '@/lib/commands';
import { failureOf, type Outcome, Refusal } from '@/lib/errors';
import { because } from '@/lib/forms';
import { whenFree } from '@/lib/when-free';
import { hasAccount } from './policies';
import { provePassphrase } from './prove-passphrase';

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

/** Changes the signed-in person's name and e-mail address; a new address needs the passphrase. */
export async function changeOwnDetails(
  db: Db,
  { name, email, present }: OwnDetails,
  context: Context,
): Promise<Outcome<unknown>> {
  const isOwn = and(eq(users.id, userIdOf(context.actor) ?? 0), eq(users.email, email));
  const isNewAddress = !db.select({ id: users.id }).from(users).where(isOwn).get();
  try {
    if (isNewAddress) await provePassphrase(db, present, context);
    return await whenFree(() => storeDetails(db, { name, email }, context));
  } catch (error) {
    if (error instanceof Refusal) return failureOf(error);
    throw error;
  }
}
