import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { devices, passkeys, previewLinks, sessions, signInFailures, users } from '@/db/schema';
import { type Context, command } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { knownOf } from './known-of';
import { withPassphraseHash } from './passphrases';
import { mayResetOwner } from './policies';

const reset = command(
  'resetOwner',
  mayResetOwner,
  (tx, { passphraseHash, email }: { passphraseHash: string; email: string | null }) => {
    const owner = tx.select().from(users).where(eq(users.role, 'owner')).get();
    if (!owner) throw new Refusal('not_found', 'noOwner');
    tx.update(users)
      .set({ passphraseHash, email: email?.toLowerCase() ?? owner.email })
      .where(eq(users.id, owner.id))
      .run();
    tx.delete(sessions).where(eq(sessions.userId, owner.id)).run();
    tx.delete(passkeys).where(eq(passkeys.userId, owner.id)).run();
    tx.delete(devices).where(eq(devices.userId, owner.id)).run();
    // Whoever guessed must not keep the owner waiting now.
    tx.delete(signInFailures).run();
    tx.delete(previewLinks).where(eq(previewLinks.createdBy, owner.id)).run();
    return { email: email ?? owner.email };
  },
);

/**
 * Sets a new passphrase (and address) for the owner, signs out and forgets every browser, removes
 * the passkeys, clears the failures of
 * signing in and ends the owner's preview links. For whoever has access to the machine.
 */
export function resetOwner(db: Db, input: { passphrase: string; email: string | null }, context: Context) {
  const owner = db.select({ id: users.id }).from(users).where(eq(users.role, 'owner')).get();
  const about = [...knownOf(db, owner?.id ?? 0), input.email ?? ''];
  return withPassphraseHash(input.passphrase, about, (passphraseHash) =>
    reset(db, { passphraseHash, email: input.email }, context),
  );
}
