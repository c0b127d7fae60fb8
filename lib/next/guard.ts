import { findPostFacts, mayBeginPosts, mayReadDraft } from '@/lib/accounts/policies';
import type { User } from '@/lib/accounts/sessions';
import { type Actor, actorOf } from '@/lib/actor';
import { type Failure, failureOf, Refusal } from '@/lib/errors';
import { environment } from '@/lib/settings/environment';
import { answerOf } from './action';
import { database } from './database';
import { currentUser } from './session';

type MayAct = (actor: Actor) => boolean;

/**
 * Guards a route handler that changes something: it requires a signed-in user and a request from a page of
 * ours. Server actions compare the origin themselves; route handlers must do it here.
 * @returns the user, or the answer that refuses the request.
 */
export async function requireOwnRequest(request: Request, may: MayAct): Promise<User | Response> {
  if (request.headers.get('origin') !== new URL(environment().siteUrl).origin) {
    return refusal(403, new Refusal('forbidden', 'otherSite'));
  }
  return requireReadRequest(may);
}

/** Guards a route handler that only reads. @param may who gets an answer. */
export async function requireReadRequest(may: MayAct): Promise<User | Response> {
  const user = await currentUser();
  if (!user) return refusal(401, new Refusal('signed_out', 'signedOut'));
  return may(actorOf(user)) ? user : refusal(403, new Refusal('forbidden', 'notAllowed'));
}

/** Guards a route handler that reads a post's draft or history. */
export async function requireReadOf(postId: number): Promise<User | Response> {
  const user = await requireReadRequest(mayBeginPosts);
  if (user instanceof Response) return user;
  const post = findPostFacts(database(), postId);
  if (!post) return refusal(404, new Refusal('not_found', 'postGone'));
  return mayReadDraft(actorOf(user), post) ? user : refusal(403, new Refusal('forbidden', 'notAllowed'));
}

/** What is unavailable is tried again after this time, s: a file of the line before an upload takes one or two. */
const RETRY_AFTER_SECONDS = 10;

/** Builds a refusal as JSON, in the shape of an `Answer` and in the language of the user. */
export async function refusal(status: number, refused: Refusal | Failure): Promise<Response> {
  const failure = refused instanceof Refusal ? failureOf(refused) : refused;
  const headers = status === 503 ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : undefined;
  return Response.json(await answerOf(failure), { status, headers });
}
