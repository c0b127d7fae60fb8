import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { findSessionUser, type User } from '@/lib/accounts/sessions';
import { sessionCookieName } from './auth';
import { database } from './database';

/** The token in the browser's cookie, or null. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookieName())?.value || null;
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
