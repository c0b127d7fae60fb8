import { and, eq, gt } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { setupLinks, users } from '@/db/schema';
import { hashToken, newToken } from './tokens';

const LINK_LASTS_MS = 24 * 60 * 60 * 1000;

/** Returns whether the publication has an owner. */
export function hasOwner(db: Db | Tx): boolean {
  return db.select({ id: users.id }).from(users).where(eq(users.role, 'owner')).limit(1).get() !== undefined;
}

/** Creates a one-time set-up link, valid for a day; earlier links stop working. @returns its token. */
export function createSetupLink(db: Db, now: number): string {
  const token = newToken();
  db.transaction((tx) => {
    tx.delete(setupLinks).run();
    tx.insert(setupLinks)
      .values({ tokenHash: hashToken(token), createdAt: now, expiresAt: now + LINK_LASTS_MS })
      .run();
  });
  return token;
}

/** Returns whether the token belongs to the valid set-up link. */
export function isSetupLink(db: Db | Tx, token: string, now: number): boolean {
  const link = db
    .select({ tokenHash: setupLinks.tokenHash })
    .from(setupLinks)
    .where(and(eq(setupLinks.tokenHash, hashToken(token)), gt(setupLinks.expiresAt, now)))
    .get();
  return link !== undefined && !hasOwner(db);
}
