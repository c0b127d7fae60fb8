import { and, eq, lt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { devices } from '@/db/schema';
import { hashToken, newToken } from './tokens';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A browser that nobody signed in with for this time is a stranger again. */
export const KNOWN_FOR_MS = 400 * DAY_MS;

/** Returns the name of the cookie by which a browser that has signed in before is known. */
export function deviceCookieName(siteUrl: string): string {
  return siteUrl.startsWith('https:') ? '__Host-broadside-device' : 'broadside-device';
}

/**
 * Returns the hash of a browser's token if an account has signed in with it before, or null. It opens nothing: it only
 * keeps strangers' failures from making this browser wait.
 */
export function findDevice(
  db: Db,
  { userId, token }: { userId: number; token: string | null },
  now: number,
): string | null {
  if (token === null) return null;
  const tokenHash = hashToken(token);
  const isThis = and(eq(devices.tokenHash, tokenHash), eq(devices.userId, userId));
  const found = db.select().from(devices).where(isThis).get();
  return found && found.lastUsedAt + KNOWN_FOR_MS > now ? tokenHash : null;
}

/**
 * Remembers the browser that has just signed in.
 * @param token the one that it has, or null.
 * @returns the token for its cookie: a new one for a browser that was not known, and whether that was so.
 */
export function rememberDevice(
  db: Db,
  { userId, token }: { userId: number; token: string | null },
  now: number,
): { token: string; isNew: boolean } {
  db.delete(devices)
    .where(lt(devices.lastUsedAt, now - KNOWN_FOR_MS))
    .run();
  const known = findDevice(db, { userId, token }, now);
  if (known !== null && token !== null) {
    db.update(devices).set({ lastUsedAt: now }).where(eq(devices.tokenHash, known)).run();
    return { token, isNew: false };
  }
  const given = newToken();
  db.insert(devices)
    .values({ tokenHash: hashToken(given), userId, createdAt: now, lastUsedAt: now })
    .run();
  return { token: given, isNew: true };
}
