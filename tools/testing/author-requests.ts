import { vi } from 'vitest';

/** The session cookie of the test's browser; a test sets it, since Next is not there to read it. */
export const browser: { token: string | undefined } = { token: undefined };

/** Thrown with the address that `redirect` would have sent the browser to. */
export class RedirectedTo extends Error {}

/** Thrown by a page that does not exist. */
export class NotFound extends Error {}

/** Replaces `next/headers`: the cookies of the browser, whatever their names, and no header. */
export const nextHeaders = () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => (browser.token === undefined ? undefined : { value: browser.token }) }),
});

/** Replaces `next/navigation`. */
export const nextNavigation = () => ({
  redirect: (path: string) => {
    throw new RedirectedTo(path);
  },
  notFound: () => {
    throw new NotFound();
  },
});

/** Replaces our wrapper around next-auth, which does not load outside Next. */
export const nextAuth = () => ({ sessionCookieName: () => 'broadside', signIn: vi.fn(), signOut: vi.fn() });
