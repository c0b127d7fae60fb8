import type { Db } from '@/db/client';
import type { Context } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { provePassphrase } from './prove-passphrase';
import { sessionOpenedAt } from './sessions';

/** Whoever has just signed in need not prove again who they are. */
const FRESH_MS = 15 * 60 * 1000;

/** Whether a session was opened so recently that signing in still proves who is at the machine. */
export function isFresh(db: Db, token: string, now: number): boolean {
  const openedAt = sessionOpenedAt(db, token);
  return openedAt !== null && now - openedAt < FRESH_MS;
}

/**
 * Checks that the person at the machine is the one whose session it is: a browser that is found signed in must not be
 * enough to keep the account.
 * @param present the passphrase, if the person was asked for it.
 * @throws Refusal `forbidden` when the session is not fresh and the passphrase is missing or wrong.
 */
export async function requireFreshProof(
  db: Db,
  { token, present }: { token: string; present: string },
  context: Context,
): Promise<void> {
  if (isFresh(db, token, context.now)) return;
  if (present === '') throw new Refusal('forbidden', 'proofNeeded');
  await provePassphrase(db, present, context);
}
