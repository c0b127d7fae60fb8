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
 * The gate of a route handler that changes something: a signed-in person, on a page of ours. Server
 * actions compare the origin themselves; route handlers must.
 * @returns the person, or the answer that refuses the request.
 */
export async function requireOwnRequest(request: Request): Promise<User | Response> {
  if (request.headers.get('origin') !== new URL(environment().siteUrl).origin) {
    return refusal(403, new Refusal('forbidden', 'otherSite'));
  }
  return (await currentUser()) ?? refusal(401, new Refusal('signed_out', 'signedOut'));
}

/** The gate of a route handler that only reads. */
export async function requireReadRequest(): Promise<User | Response> {
  return (await currentUser()) ?? refusal(401, new Refusal('signed_out', 'signedOut'));
}

/** The gate of a route handler that reads a post's draft or history. */
export async function requireReadOf(postId: number): Promise<User | Response> {
  const user = await requireReadRequest();
  if (user instanceof Response) return user;
  const isAllowed = onPost(mayReadDraft)(actorOf(user), { postId }, database());
  const gate = refusable(() => requireAllowed(isAllowed));
  return gate.ok ? user : refusal(403, gate);
}

/** A refusal as JSON, in the shape of an `Answer` and in the language of who is asking. */
export async function refusal(status: number, refused: Refusal | Failure): Promise<Response> {
  const failure = refused instanceof Refusal ? failureOf(refused) : refused;
  return Response.json(await answerOf(failure), { status });
}
