import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a challenge is for; one for signing in adds no passkey. */
export type Purpose = 'signIn' | `add:${number}`;

const RANDOM_BYTES = 16;
const TIME_BYTES = 6;
const SIGNED_BYTES = RANDOM_BYTES + TIME_BYTES;
/** How long somebody may take to find their telephone. */
export const CHALLENGE_LASTS_MS = 5 * 60 * 1000;

/**
 * Makes the random challenge that a passkey signs. It carries its time and a signature, so that strangers who ask for
 * one write nothing into the database.
 * @param secret of this publication.
 * @see https://www.w3.org/TR/webauthn-3/#sctn-cryptographic-challenges
 */
export function newChallenge(secret: string, purpose: Purpose, now: number): Uint8Array<ArrayBuffer> {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(now, 0, TIME_BYTES);
  const signed = Buffer.concat([randomBytes(RANDOM_BYTES), time]);
  return new Uint8Array(Buffer.concat([signed, signatureOf(signed, secret, purpose)]));
}

/** Whether we made a challenge for this purpose, within the last five minutes. @param challenge as base64url. */
export function isOurChallenge(challenge: string, secret: string, purpose: Purpose, now: number): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  const signed = bytes.subarray(0, SIGNED_BYTES);
  const signature = signatureOf(signed, secret, purpose);
  if (bytes.length !== SIGNED_BYTES + signature.length) return false;
  if (!timingSafeEqual(bytes.subarray(SIGNED_BYTES), signature)) return false;
  const age = now - signed.readUIntBE(RANDOM_BYTES, TIME_BYTES);
  return age >= 0 && age < CHALLENGE_LASTS_MS;
}

function signatureOf(signed: Buffer, secret: string, purpose: Purpose): Buffer {
  return createHmac('sha256', secret).update(`passkey ${purpose} `).update(signed).digest();
}
