import { type Actor, actorOf, OPERATOR } from '@/lib/actor';
import type { Context } from '@/lib/commands';

/** The owner with this account; without one, whoever has the machine, who may do nearly as much. */
export function ownerOr(userId: number | null): Actor {
  return userId === null ? OPERATOR : actorOf({ id: userId, role: 'owner' });
}

/** What a command is told of an owner at a time (epoch ms), or of the operator. */
export function contextAt(now: number, userId: number | null = null): Context {
  return { actor: ownerOr(userId), now };
}
