'use server';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { browserName } from '@/lib/accounts/browser-name';
import { requireFreshProof } from '@/lib/accounts/fresh-proof';
import { optionsForAdding, RegistrationResponse, readNewPasskey } from '@/lib/accounts/passkeys/ceremonies';
import { PasskeyId, removePasskey as remove, storePasskey } from '@/lib/accounts/passkeys/passkeys';
import type { User } from '@/lib/accounts/sessions';
import { type Answer, failureOf, type Outcome, Refusal } from '@/lib/errors';
import { requireForm } from '@/lib/forms';
import { action, answerOf } from '@/lib/next/action';
import { database } from '@/lib/next/database';
import { passkeyParty } from '@/lib/next/passkey-party';
import { contextOf, currentUser, sessionToken, userAgent } from '@/lib/next/session';
import { whenFree } from '@/lib/when-free';

const Proof = z.object({ present: z.string().max(500) });

/** Begins to add a passkey, for somebody who has just signed in or knows the passphrase. */
export async function beginPasskey(input: {
  present: string;
}): Promise<Answer<PublicKeyCredentialCreationOptionsJSON>> {
  return forUser(async (user) => {
    const { present } = requireForm(Proof, input);
    const token = (await sessionToken()) ?? '';
    await requireFreshProof(database(), { token, present }, contextOf(user));
    return { ok: true, value: await optionsForAdding(database(), user, await passkeyParty(), Date.now()) };
  });
}

/** Adds the passkey that the browser has made; its challenge was given only after a proof. */
export async function finishPasskey(input: unknown): Promise<Answer<unknown>> {
  return forUser(async (user) => {
    const context = contextOf(user);
    const response = requireForm(RegistrationResponse, input);
    const made = await readNewPasskey(response, user, await passkeyParty(), context.now);
    const name = browserName(await userAgent());
    const { challenge } = made;
    const stored = await whenFree(() =>
      storePasskey(database(), { passkey: { ...made.passkey, name }, challenge }, context),
    );
    revalidatePath('/admin/account');
    return stored;
  });
}

/** Removes a passkey of the signed-in user. */
export const removePasskey = action(PasskeyId, remove, { refreshes: '/admin/account' });

async function forUser<T>(work: (user: User) => Promise<Outcome<T>>): Promise<Answer<T>> {
  const user = await currentUser();
  if (!user) return answerOf<T>(failureOf(new Refusal('signed_out', 'signedOut')));
  try {
    return await answerOf(await work(user));
  } catch (error) {
    if (error instanceof Refusal) return answerOf<T>(failureOf(error));
    throw error;
  }
}
