import { and, desc, eq, gt, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { passkeys, usedChallenges, users } from '@/db/schema';
import { requireUserId } from '@/lib/actor';
import { command } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { hasAccount } from '../policies';
import { CHALLENGE_LASTS_MS } from './challenge';

/** A browser's or telephone's name in the list of passkeys. */
const LONGEST_NAME = 100;
const MOST_PASSKEYS = 20;
const FIRST_DAY_MS = 24 * 60 * 60 * 1000;

/** What is kept of a passkey; `publicKey` is COSE as base64url. @see https://www.w3.org/TR/webauthn-3/#credential-record */
export interface NewPasskey {
  id: string;
  publicKey: string;
  counter: number;
  transports: string[];
  name: string;
}

/** Lists a person's passkeys, the newest first. */
export function listPasskeys(db: Db, userId: number) {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(desc(passkeys.createdAt))
    .all();
}

/** Whether a passkey is offered on the dashboard: on the first day of an account that has none. */
export function isPasskeyOffered(db: Db, userId: number, now: number): boolean {
  const isNew = and(eq(users.id, userId), gt(users.createdAt, now - FIRST_DAY_MS));
  const user = db.select({ id: users.id }).from(users).where(isNew).get();
  return user !== undefined && listPasskeys(db, userId).length === 0;
}

/** Returns a passkey by its credential id, or null. */
export function findPasskey(db: Db, id: string) {
  return db.select().from(passkeys).where(eq(passkeys.id, id)).get() ?? null;
}

/** Adds a passkey to the account of the signed-in person; its challenge cannot be used again. */
export const storePasskey = command(
  'addPasskey',
  hasAccount,
  (tx, { passkey, challenge }: { passkey: NewPasskey; challenge: string }, { actor, now }) => {
    const userId = requireUserId(actor);
    useChallenge(tx, challenge, now);
    const count = tx.select().from(passkeys).where(eq(passkeys.userId, userId)).all().length;
    if (count >= MOST_PASSKEYS) throw new Refusal('invalid', 'tooManyPasskeys', { count: MOST_PASSKEYS });
    const name = passkey.name.slice(0, LONGEST_NAME);
    tx.insert(passkeys)
      .values({ ...passkey, name, userId, createdAt: now, lastUsedAt: now })
      .run();
    return {};
  },
);

export const PasskeyId = z.object({ id: z.string().min(1).max(2000) });

/** Removes one of the person's own passkeys. */
export const removePasskey = command(
  'removePasskey',
  hasAccount,
  (tx, { id }: z.infer<typeof PasskeyId>, { actor }) => {
    tx.delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.userId, requireUserId(actor))))
      .run();
    return {};
  },
);

/**
 * Notes that a passkey has signed in.
 * @throws Refusal `forbidden` when its challenge has been used before.
 */
export function notePasskeyUse(
  db: Db,
  { id, counter, challenge }: { id: string; counter: number; challenge: string },
  now: number,
): void {
  db.transaction(
    (tx) => {
      useChallenge(tx, challenge, now);
      tx.update(passkeys).set({ counter, lastUsedAt: now }).where(eq(passkeys.id, id)).run();
    },
    { behavior: 'immediate' },
  );
}

function useChallenge(tx: Tx, challenge: string, now: number): void {
  tx.delete(usedChallenges)
    .where(lt(usedChallenges.usedAt, now - CHALLENGE_LASTS_MS))
    .run();
  const { changes } = tx
    .insert(usedChallenges)
    .values({ challenge, usedAt: now })
    .onConflictDoNothing()
    .run();
  if (changes === 0) throw new Refusal('forbidden', 'passkeyRefused');
}
