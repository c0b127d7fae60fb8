import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { users } from '@/db/schema';
import { Refusal } from '@/lib/errors';
import { whenFree } from '@/lib/when-free';
import type { User } from '../sessions';
import { isOurChallenge, newChallenge } from './challenge';
import { findPasskey, listPasskeys, type NewPasskey, notePasskeyUse } from './passkeys';

/** The site that passkeys belong to. */
export interface Party {
  /** The address of the publication, as in SITE_URL. */
  siteUrl: string;
  /** Its name, which systems show. */
  name: string;
  /** The secret that signs challenges. */
  secret: string;
}

const Credential = z.object({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
});
const Text = z.string().max(20_000);
const Extensions = z.record(z.string(), z.unknown()).default({});
/** @see https://www.w3.org/TR/webauthn-3/#dictdef-registrationresponsejson */
export const RegistrationResponse = Credential.extend({
  response: z.object({
    clientDataJSON: Text,
    attestationObject: Text,
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
  clientExtensionResults: Extensions,
});
/** @see https://www.w3.org/TR/webauthn-3/#dictdef-authenticationresponsejson */
export const AuthenticationResponse = Credential.extend({
  response: z.object({ clientDataJSON: Text, authenticatorData: Text, signature: Text }),
  clientExtensionResults: Extensions,
});

const hostOf = ({ siteUrl }: Party) => new URL(siteUrl).hostname;
const originOf = ({ siteUrl }: Party) => new URL(siteUrl).origin;

/** Returns what a browser needs to make a passkey for an account; it must ask for a finger, a face or a code. */
export function optionsForAdding(db: Db, user: User, party: Party, now: number) {
  return generateRegistrationOptions({
    rpName: party.name,
    rpID: hostOf(party),
    userName: user.email,
    userDisplayName: user.name,
    challenge: newChallenge(party.secret, `add:${user.id}`, now),
    excludeCredentials: listPasskeys(db, user.id).map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/**
 * Reads the passkey that a browser has made.
 * @throws Refusal `forbidden` when it is not the answer to a challenge of this account.
 */
export async function readNewPasskey(
  response: z.infer<typeof RegistrationResponse>,
  user: User,
  party: Party,
  now: number,
): Promise<{ passkey: Omit<NewPasskey, 'name'>; challenge: string }> {
  let challenge = '';
  const { verified, registrationInfo } = await refusing(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: (given) => {
        challenge = given;
        return isOurChallenge(given, party.secret, `add:${user.id}`, now);
      },
      expectedOrigin: originOf(party),
      expectedRPID: hostOf(party),
    }),
  );
  if (!verified || !registrationInfo) throw new Refusal('forbidden', 'passkeyRefused');
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  const key = Buffer.from(publicKey).toString('base64url');
  return { passkey: { id, publicKey: key, counter, transports }, challenge };
}

/** Returns what a browser needs to sign in with any of its passkeys for this site. */
export function optionsForSigningIn(party: Party, now: number) {
  return generateAuthenticationOptions({
    rpID: hostOf(party),
    challenge: newChallenge(party.secret, 'signIn', now),
    userVerification: 'required',
  });
}

/**
 * Returns the person whose passkey signed a challenge.
 * @throws Refusal `forbidden` when nobody has it, or when the challenge is not ours, too old or used.
 */
export async function requirePasskey(
  db: Db,
  response: z.infer<typeof AuthenticationResponse>,
  party: Party,
  now: number,
): Promise<User> {
  const passkey = findPasskey(db, response.id);
  if (!passkey) throw new Refusal('forbidden', 'passkeyRefused');
  const { id, counter, transports } = passkey;
  let challenge = '';
  const { verified, authenticationInfo } = await refusing(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: (given) => {
        challenge = given;
        return isOurChallenge(given, party.secret, 'signIn', now);
      },
      expectedOrigin: originOf(party),
      expectedRPID: hostOf(party),
      credential: {
        id,
        counter,
        transports,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      },
    }),
  );
  const user = db.select().from(users).where(eq(users.id, passkey.userId)).get();
  if (!verified || !user) throw new Refusal('forbidden', 'passkeyRefused');
  await whenFree(() => notePasskeyUse(db, { id, challenge, counter: authenticationInfo.newCounter }, now));
  return { id: user.id, email: user.email, name: user.name, role: user.role, language: user.language };
}

/** The library throws for every answer that is wrong in any way. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = new Refusal('forbidden', 'passkeyRefused');
    refusal.cause = error;
    throw refusal;
  }
}
