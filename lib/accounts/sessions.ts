import { and, desc, eq, gt, lt, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { sessions, users } from '@/db/schema';
import { type Role, requireUserId } from '@/lib/actor';
import { command } from '@/lib/commands';
import { unlessBusy } from '@/lib/when-free';
import { hasAccount } from './policies';
import { hashToken, newToken } from './tokens';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A session ends this long after its last use, and in any case this long after signing in. */
const SESSION_LASTS_MS = 30 * DAY_MS;
const SESSION_ENDS_MS = 90 * DAY_MS;
/** How out of date `lastSeenAt` may be before it is written again. */
const SEEN_EVERY_MS = 5 * 60 * 1000;

/** The signed-in person. */
export interface User {
  id: number;
  email: string;
  name: string;
  role: Role;
  /** The chosen admin language, or null. */
  language: string | null;
}

/**
 * Opens a session for 30 days.
 * @param isNewDevice whether the person's other browsers show that this one has signed in.
 * @returns the token for the cookie; only its hash is kept.
 */
export function openSession(
  db: Db,
  { userId, userAgent, isNewDevice = false }: { userId: number; userAgent: string; isNewDevice?: boolean },
  now: number,
): string {
  const token = newToken();
  db.delete(sessions).where(lt(sessions.expiresAt, now)).run();
  db.insert(sessions)
    .values({
      tokenHash: hashToken(token),
      userId,
      userAgent: userAgent.slice(0, 300),
      isNewDevice,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: now + SESSION_LASTS_MS,
    })
    .run();
  return token;
}

/**
 * Returns the user whose session the token opens, or null; using it extends it, up to 90 days after signing in, unless
 * the database is locked.
 */
export function findSessionUser(db: Db, token: string, now: number): User | null {
  const tokenHash = hashToken(token);
  const found = db
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      role: users.role,
      language: users.language,
      seenAt: sessions.lastSeenAt,
      openedAt: sessions.createdAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now)))
    .get();
  if (!found) return null;
  const { seenAt, openedAt, ...user } = found;
  if (now - seenAt > SEEN_EVERY_MS) {
    unlessBusy(() => {
      db.update(sessions)
        .set({ lastSeenAt: now, expiresAt: Math.min(now + SESSION_LASTS_MS, openedAt + SESSION_ENDS_MS) })
        .where(eq(sessions.tokenHash, tokenHash))
        .run();
    });
  }
  return user;
}

/** Returns when the session of a token was opened, or null. */
export function sessionOpenedAt(db: Db, token: string): number | null {
  const isThis = eq(sessions.tokenHash, hashToken(token));
  return db.select({ at: sessions.createdAt }).from(sessions).where(isThis).get()?.at ?? null;
}

/** Lists a person's open sessions, most recently used first; `isCurrent` marks the one of `token`. */
export function listSessions(db: Db, userId: number, token: string | null) {
  const current = token === null ? '' : hashToken(token);
  return db
    .select()
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt))
    .all()
    .map((session) => ({ ...session, isCurrent: session.tokenHash === current }));
}

/** Closes the session of a token. */
export function closeSession(db: Db, token: string): void {
  db.delete(sessions)
    .where(eq(sessions.tokenHash, hashToken(token)))
    .run();
}

/** Closes one of a person's own sessions. */
export const revokeSession = command(
  'revokeSession',
  hasAccount,
  (tx, input: { tokenHash: string }, { actor }) => {
    tx.delete(sessions)
      .where(and(eq(sessions.tokenHash, input.tokenHash), eq(sessions.userId, requireUserId(actor))))
      .run();
    return {};
  },
);

/** Closes all of a person's sessions except the one of `keepToken`. */
export const revokeOtherSessions = command(
  'revokeOtherSessions',
  hasAccount,
  (tx, input: { keepToken: string }, { actor }) => {
    tx.delete(sessions)
      .where(
        and(eq(sessions.userId, requireUserId(actor)), ne(sessions.tokenHash, hashToken(input.keepToken))),
      )
      .run();
    return {};
  },
);

/** Lists the sessions of browsers that signed in for the first time, which the person has not confirmed, but not the one of `token`. */
export function listNewSessions(db: Db, userId: number, token: string | null) {
  return listSessions(db, userId, token).filter(({ isNewDevice, isCurrent }) => isNewDevice && !isCurrent);
}

/** Notes that the person recognises a session. */
export const confirmSession = command(
  'confirmSession',
  hasAccount,
  (tx, input: { tokenHash: string }, { actor }) => {
    tx.update(sessions)
      .set({ isNewDevice: false })
      .where(and(eq(sessions.tokenHash, input.tokenHash), eq(sessions.userId, requireUserId(actor))))
      .run();
    return {};
  },
);
