import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { findPostFacts, mayReadDraft, type PostFacts } from '@/lib/accounts/policies';
import { sessionCookieName } from '@/lib/accounts/session-cookie';
import { findSessionUser, type User } from '@/lib/accounts/sessions';
import { type Actor, actorOf } from '@/lib/actor';
import { signInPath } from '@/lib/addresses';
import type { Context } from '@/lib/commands';
import { environment } from '@/lib/settings/environment';
import { database } from './database';

/** Returns the token in the browser's cookie, or null. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookieName(environment().siteUrl))?.value || null;
}

/** Returns how the browser calls itself. */
export async function userAgent(): Promise<string> {
  return (await headers()).get('user-agent') ?? '';
}

/** Returns the context of a command for a signed-in user: the actor and the current time. */
export function contextOf(user: User): Context {
  return { actor: actorOf(user), now: Date.now() };
}

/** Returns the signed-in user, or null; queried once per request. */
export const currentUser = cache(async (): Promise<User | null> => {
  const token = await sessionToken();
  return token === null ? null : findSessionUser(database(), token, Date.now());
});

/** Returns the signed-in user; anyone else is redirected to the sign-in page. Every admin page calls it. */
export async function requireUser(): Promise<User> {
  return (await currentUser()) ?? redirect(signInPath());
}

/**
 * Returns the signed-in user, for an admin page that not every account may open; others are redirected to the
 * first page.
 */
export async function requireUserWho(may: (actor: Actor) => boolean): Promise<User> {
  const user = await requireUser();
  return may(actorOf(user)) ? user : redirect('/admin');
}

/**
 * Returns the signed-in user who may read a post's draft, with the facts that policies use; others get “not
 * found”.
 */
export async function requireReader(postId: number): Promise<{ user: User; post: PostFacts }> {
  const user = await requireUser();
  const post = findPostFacts(database(), postId);
  return post && mayReadDraft(actorOf(user), post) ? { user, post } : notFound();
}
