import { mayReadDraft, onPost } from '@/lib/accounts/policies';
import type { User } from '@/lib/accounts/sessions';
import { actorOf } from '@/lib/actor';
import { requireAllowed } from '@/lib/commands';
import { type Failure, failureOf, Refusal, refusable } from '@/lib/errors';
import { environment } from '@/lib/settings/environment';
import { answerOf } from './action';
import { database } from './database';
import { currentUser } from './session';

/**
 * Guards a route handler that changes something: it requires a signed-in user and a request from a page of
 * ours. Server actions compare the origin themselves; route handlers must do it here.
 * @returns the user, or the answer that refuses the request.
 */
export async function requireOwnRequest(request: Request): Promise<User | Response> {
  if (request.headers.get('origin') !== new URL(environment().siteUrl).origin) {
    return refusal(403, new Refusal('forbidden', 'otherSite'));
  }
  return (await currentUser()) ?? refusal(401, new Refusal('signed_out', 'signedOut'));
}

/** Guards a route handler that only reads. */
export async function requireReadRequest(): Promise<User | Response> {
  return (await currentUser()) ?? refusal(401, new Refusal('signed_out', 'signedOut'));
}

/** Guards a route handler that reads a post's draft or history. */
export async function requireReadOf(postId: number): Promise<User | Response> {
  const user = await requireReadRequest();
  if (user instanceof Response) return user;
  const isAllowed = onPost(mayReadDraft)(actorOf(user), { postId }, database());
  const gate = refusable(() => requireAllowed(isAllowed));
  return gate.ok ? user : refusal(403, gate);
}

/** Builds a refusal as JSON, in the shape of an `Answer` and in the language of the user. */
export async function refusal(status: number, refused: Refusal | Failure): Promise<Response> {
  const failure = refused instanceof Refusal ? failureOf(refused) : refused;
  return Response.json(await answerOf(failure), { status });
}
