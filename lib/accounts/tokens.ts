import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** Returns a new secret token: 256 random bits as base64url. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Returns the hash of a token that the database keeps, so that a stolen file gives no access. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
