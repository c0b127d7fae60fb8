/** Returns the name of the session's cookie: bound to this host wherever the connection is encrypted. */
export function sessionCookieName(siteUrl: string): string {
  return siteUrl.startsWith('https:') ? '__Host-broadside' : 'broadside';
}

/**
 * Returns the token in a `Cookie` header, or null.
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-4.2.1
 */
export function tokenInCookies(cookies: string | undefined, siteUrl: string): string | null {
  const start = `${sessionCookieName(siteUrl)}=`;
  const found = cookies?.split(';').find((pair) => pair.trimStart().startsWith(start));
  return found?.trim().slice(start.length) || null;
}
