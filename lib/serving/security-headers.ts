import { randomBytes } from 'node:crypto';

const HALF_YEAR_SECONDS = 15_768_000;

/** Returns the headers of every answer. */
export function commonHeaders(siteUrl: string): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    ...(siteUrl.startsWith('https:') && {
      'strict-transport-security': `max-age=${HALF_YEAR_SECONDS}`,
    }),
  };
}

/**
 * Builds the policy of an admin page: only scripts with this answer's nonce run.
 * @param isDev whether hot reloading must work, which evaluates code and keeps a socket open.
 */
export function adminPolicy(isDev: boolean): string {
  const nonce = randomBytes(16).toString('base64');
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    // The editor sets widths of table columns and similar values as style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    // In development, Next also answers for the drafts that the proof page frames.
    `frame-ancestors ${isDev ? "'self'" : "'none'"}`,
  ].join('; ');
}
