import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { sessions, setupLinks, site, users } from '@/db/schema';
import { addAuthor } from '@/lib/authors/authors';
import { type Context, command } from '@/lib/commands';
import { type Outcome, Refusal } from '@/lib/errors';
import { mainLanguage } from '@/lib/language/languages';
import { readSite } from '@/lib/settings/site';
import { hashPassphrase } from './passphrases';
import { hasOwner, isSetupLink } from './setup-link';

/** What the owner says at set-up. */
export const OwnerInput = z.object({
  email: z
    .email('This is not an e-mail address.')
    .max(200)
    .transform((email) => email.toLowerCase()),
  passphrase: z.string(),
  name: z.string().trim().min(1, 'Say your name.').max(200),
  publicationName: z.string().trim().min(1, 'Give the publication a name.').max(200),
});
export type OwnerInput = z.infer<typeof OwnerInput>;

/** `token` is the set-up link's; the operator's tool, which has the machine, needs none. */
interface Claim {
  owner: Omit<OwnerInput, 'passphrase'>;
  passphraseHash: string;
  token: string | null;
}

const claim = command('claimOwner', (tx, { owner, passphraseHash, token }: Claim, { now }) => {
  if (hasOwner(tx)) throw new Refusal('conflict', 'This publication has an owner already. Sign in instead.');
  if (token !== null && !isSetupLink(tx, token, now)) {
    throw new Refusal(
      'forbidden',
      'This link was used or is too old. Start Broadside again to get a new one.',
    );
  }
  tx.delete(setupLinks).run();
  const userId = addUser(tx, owner, passphraseHash, now);
  const language = mainLanguage(readSite(tx));
  addAuthor(tx, { name: { [language]: owner.name }, biography: {}, userId });
  tx.update(site)
    .set({ name: { [language]: owner.publicationName } })
    .where(eq(site.id, 1))
    .run();
  return { userId };
});

/** Makes the owner's account and author, and names the publication, all or nothing. */
export function claimOwner(
  db: Db,
  input: OwnerInput & { token: string | null },
  context: Context,
): Promise<Outcome<{ userId: number }>> {
  const { token, ...owner } = input;
  return withHash(owner.passphrase, (passphraseHash) => claim(db, { owner, passphraseHash, token }, context));
}

const reset = command(
  'resetOwner',
  (tx, { passphraseHash, email }: { passphraseHash: string; email: string | null }) => {
    const owner = tx.select().from(users).where(eq(users.role, 'owner')).get();
    if (!owner) throw new Refusal('not_found', 'There is no owner yet.');
    tx.update(users)
      .set({ passphraseHash, email: email?.toLowerCase() ?? owner.email })
      .where(eq(users.id, owner.id))
      .run();
    tx.delete(sessions).where(eq(sessions.userId, owner.id)).run();
    return { email: email ?? owner.email };
  },
);

/** Gives the owner a new passphrase (and address), and signs every browser out. For who has the machine. */
export function resetOwner(db: Db, input: { passphrase: string; email: string | null }, context: Context) {
  return withHash(input.passphrase, (passphraseHash) =>
    reset(db, { passphraseHash, email: input.email }, context),
  );
}

function addUser(tx: Tx, owner: Claim['owner'], passphraseHash: string, now: number): number {
  return tx
    .insert(users)
    .values({ email: owner.email, name: owner.name, role: 'owner', passphraseHash, createdAt: now })
    .returning({ id: users.id })
    .get().id;
}

async function withHash<T>(passphrase: string, then: (hash: string) => Outcome<T>): Promise<Outcome<T>> {
  try {
    return then(await hashPassphrase(passphrase));
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}
