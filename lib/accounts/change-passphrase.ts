import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { previewLinks, users } from '@/db/schema';
import { requireUserId } from '@/lib/actor';
import { type Context, command } from '@/lib/commands';
import { failureOf, type Outcome, Refusal } from '@/lib/errors';
import { whenFree } from '@/lib/when-free';
import { knownOf } from './known-of';
import { hashNewPassphrase } from './passphrases';
import { hasAccount } from './policies';
import { provePassphrase } from './prove-passphrase';
import { revokeOtherSessions } from './sessions';

/** `keepToken` is the session cookie of the browser that stays signed in. */
interface ChangePassphrase {
  present: string;
  passphrase: string;
  keepToken: string;
}

const storeHash = command(
  'changePassphrase',
  hasAccount,
  (tx, input: { passphraseHash: string }, { actor }) => {
    const userId = requireUserId(actor);
    tx.update(users).set(input).where(eq(users.id, userId)).run();
    // Whoever knew the former passphrase may have made some.
    tx.delete(previewLinks).where(eq(previewLinks.createdBy, userId)).run();
    return {};
  },
);

/**
 * Changes the signed-in person's passphrase if the current one is correct, signs out their other
 * browsers and ends the preview links that they created.
 */
export async function changeOwnPassphrase(
  db: Db,
  { present, passphrase, keepToken }: ChangePassphrase,
  context: Context,
): Promise<Outcome<unknown>> {
  try {
    await provePassphrase(db, present, context);
    const about = knownOf(db, requireUserId(context.actor));
    const passphraseHash = await hashNewPassphrase(passphrase, about);
    const stored = await whenFree(() => storeHash(db, { passphraseHash }, context));
    return stored.ok ? await whenFree(() => revokeOtherSessions(db, { keepToken }, context)) : stored;
  } catch (error) {
    if (error instanceof Refusal) return failureOf(error);
    throw error;
  }
}
