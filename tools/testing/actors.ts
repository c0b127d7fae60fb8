import { type Actor, actorOf, OPERATOR } from '@/lib/actor';
import type { Context } from '@/lib/commands';

/** Returns the owner with this account; without one, the operator, who may do nearly as much. */
export function ownerOr(userId: number | null): Actor {
  return userId === null ? OPERATOR : actorOf({ id: userId, role: 'owner' });
}

/** Returns the context of a command by an owner at a time (epoch ms), or by the operator. */
export function contextAt(now: number, userId: number | null = null): Context {
  return { actor: ownerOr(userId), now };
}
