import type { users } from '@/db/schema';

/** The role of a person's account; `lib/accounts/policies.ts` says what each role may do. */
export type Role = (typeof users.$inferSelect)['role'];

/**
 * The actor of a change or request: a person with an account, the operator (who has access to the machine:
 * `manage`, and the program while it starts), the scheduler, or a visitor, who is unknown. A visitor is
 * refused wherever a policy does not name one.
 */
export type Actor =
  | { kind: 'user'; id: number; role: Role }
  | { kind: 'operator' }
  | { kind: 'scheduler' }
  | { kind: 'visitor' };

export const OPERATOR: Actor = { kind: 'operator' };
export const SCHEDULER: Actor = { kind: 'scheduler' };
export const VISITOR: Actor = { kind: 'visitor' };

/** Returns the actor of a signed-in person. */
export function actorOf({ id, role }: { id: number; role: Role }): Actor {
  return { kind: 'user', id, role };
}

/** Returns the account under which a change is recorded, or null when it was not made by one. */
export function userIdOf(actor: Actor): number | null {
  return actor.kind === 'user' ? actor.id : null;
}

/**
 * Returns the account of an actor whose policy allows only accounts.
 * @throws Error for any other: a bug of the policy.
 */
export function requireUserId(actor: Actor): number {
  if (actor.kind !== 'user') throw new Error(`The ${actor.kind} has no account.`);
  return actor.id;
}
