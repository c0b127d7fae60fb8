import { mayReadDraft, onPost } from '@/lib/accounts/policies';
import type { User } from '@/lib/accounts/sessions';
import { actorOf } from '@/lib/actor';
import { requireAllowed } from '@/lib/commands';
import { refusable } from '@/lib/errors';
import { refusalIn } from '@/lib/language/refusal-words';
import { environment } from '@/lib/settings/environment';
import { database } from './database';
import { deskLanguage } from './desk-language';
import { currentUser } from './session';

/**
 * The gate of a route handler that changes something: a signed-in person, on a page of ours. Server
 * actions compare the origin themselves; route handlers must.
 * @returns the person, or the answer that refuses the request.
 */
export async function requireOwnRequest(request: Request): Promise<User | Response> {
  if (request.headers.get('origin') !== new URL(environment().siteUrl).origin) {
    return refusal(403, 'forbidden', 'This request came from another site.');
  }
  return (await currentUser()) ?? refusal(401, 'signed_out', 'You are signed out. Sign in again to go on.');
}

/** The gate of a route handler that only reads. */
export async function requireReadRequest(): Promise<User | Response> {
  return (await currentUser()) ?? refusal(401, 'signed_out', 'You are signed out. Sign in again to go on.');
}

/** The gate of a route handler that reads a post's draft or history. */
export async function requireReadOf(postId: number): Promise<User | Response> {
  const user = await requireReadRequest();
  if (user instanceof Response) return user;
  const isAllowed = onPost(mayReadDraft)(actorOf(user), { postId }, database());
  const gate = refusable(() => requireAllowed(isAllowed));
  return gate.ok ? user : refusal(403, gate.code, gate.message);
}

/** A refusal as JSON, in the shape of an `Outcome` and in the language of who is asking. */
export async function refusal(status: number, code: string, message: string): Promise<Response> {
  return Response.json({ ok: false, code, message: refusalIn(await deskLanguage(), message) }, { status });
}
