import { vi } from 'vitest';

/** What the browser of a test sends; a test sets it, and Next is not there to read it. */
export const browser: { token: string | undefined } = { token: undefined };

/** Where `redirect` would have sent the browser. */
export class RedirectedTo extends Error {}

/** What a page that is not there throws. */
export class NotFound extends Error {}

/** Stands for `next/headers`: the cookies of the browser, whatever they are called, and no header. */
export const nextHeaders = () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => (browser.token === undefined ? undefined : { value: browser.token }) }),
});

/** Stands for `next/navigation`. */
export const nextNavigation = () => ({
  redirect: (path: string) => {
    throw new RedirectedTo(path);
  },
  notFound: () => {
    throw new NotFound();
  },
});

/** Stands for our shell around next-auth, which does not load outside Next. */
export const nextAuth = () => ({ sessionCookieName: () => 'broadside', signIn: vi.fn(), signOut: vi.fn() });
