import type { users } from '@/db/schema';

/** What a person's account is good for; `lib/accounts/policies.ts` says what each role may do. */
export type Role = (typeof users.$inferSelect)['role'];

/**
 * Who does something: a person with an account, the operator (who has the machine: `manage`, and the
 * program while it starts), the scheduler, or a visitor, who is nobody that we know. A visitor is refused
 * wherever a policy does not name one.
 */
export type Actor =
  | { kind: 'user'; id: number; role: Role }
  | { kind: 'operator' }
  | { kind: 'scheduler' }
  | { kind: 'visitor' };

export const OPERATOR: Actor = { kind: 'operator' };
export const SCHEDULER: Actor = { kind: 'scheduler' };
export const VISITOR: Actor = { kind: 'visitor' };

/** The actor that a signed-in person is. */
export function actorOf({ id, role }: { id: number; role: Role }): Actor {
  return { kind: 'user', id, role };
}

/** The account under which a change is recorded, or null where none made it. */
export function userIdOf(actor: Actor): number | null {
  return actor.kind === 'user' ? actor.id : null;
}

/**
 * The account of an actor whose policy let only accounts through.
 * @throws Error for any other: a bug of the policy.
 */
export function requireUserId(actor: Actor): number {
  if (actor.kind !== 'user') throw new Error(`The ${actor.kind} has no account.`);
  return actor.id;
}
