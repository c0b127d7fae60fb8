import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { findPostFacts, mayReadDraft, type PostFacts } from '@/lib/accounts/policies';
import { findSessionUser, type User } from '@/lib/accounts/sessions';
import { type Actor, actorOf } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import { sessionCookieName } from './auth';
import { database } from './database';

/** The token in the browser's cookie, or null. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookieName())?.value || null;
}

/** What a command is told of a signed-in person: who it is, and that it is now. */
export function contextOf(user: User): Context {
  return { actor: actorOf(user), now: Date.now() };
}

/** Who is signed in, or null; asked of the database once a request. */
export const currentUser = cache(async (): Promise<User | null> => {
  const token = await sessionToken();
  return token === null ? null : findSessionUser(database(), token, Date.now());
});

/** Who is signed in; anybody else is sent to the sign-in page. Every page of the author's side calls it. */
export async function requireUser(): Promise<User> {
  return (await currentUser()) ?? redirect('/admin/sign-in');
}

/** Who is signed in, for a page of the admin that not every account opens; others are sent to the first one. */
export async function requireUserWho(may: (actor: Actor) => boolean): Promise<User> {
  const user = await requireUser();
  return may(actorOf(user)) ? user : redirect('/admin');
}

/** Who is signed in and may read a post's draft, with what policies know of it; others find no such page. */
export async function requireReader(postId: number): Promise<{ user: User; post: PostFacts }> {
  const user = await requireUser();
  const post = findPostFacts(database(), postId);
  return post && mayReadDraft(actorOf(user), post) ? { user, post } : notFound();
}
