import { expect, test } from 'vitest';
import { adminPolicy, commonHeaders } from './security-headers';

test('every answer has the security headers for browsers', () => {
  expect(commonHeaders('http://localhost:3000')).toEqual({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  });
});

test('a site on https tells browsers to use only https for half a year', () => {
  expect(commonHeaders('https://lamp.example')['strict-transport-security']).toBe('max-age=15768000');
});

/** Returns the policy with its nonce removed, by directive. */
const directives = (isDev: boolean) =>
  adminPolicy(isDev)
    .replace(/nonce-[^']+/, 'nonce')
    .split('; ');

test('an admin page runs only the scripts of this answer and cannot be framed', () => {
  expect(directives(false)).toEqual([
    "default-src 'self'",
    "script-src 'nonce' 'strict-dynamic'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]);
});

test('development allows what hot reloading needs, and no more', () => {
  const differences = directives(true).filter((directive) => !directives(false).includes(directive));
  expect(differences).toEqual([
    "script-src 'nonce' 'strict-dynamic' 'unsafe-eval'",
    "connect-src 'self' ws:",
    "frame-ancestors 'self'",
  ]);
});

test('a nonce is 128 random bits, new for each answer', () => {
  const nonce = () => /'nonce-([^']+)'/.exec(adminPolicy(false))?.[1] ?? '';
  expect(Buffer.from(nonce(), 'base64')).toHaveLength(16);
  expect(nonce()).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(nonce()).not.toBe(nonce());
});
