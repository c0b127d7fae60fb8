import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { sanitiseHeaders, untrustedProxyWarning } from './client-headers';

const SITE = 'https://courier.example.org';
const FORWARDED = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' };

function sanitised(headers: Record<string, string>, trustProxy: boolean) {
  const request = { headers: { ...headers }, socket: { remoteAddress: '127.0.0.1' } };
  sanitiseHeaders(request as unknown as IncomingMessage, SITE, trustProxy);
  return request.headers;
}

test('an address that a client names is believed only behind a trusted proxy, and then the last of them', () => {
  expect(sanitised(FORWARDED, false)['x-forwarded-for']).toBe('127.0.0.1');
  expect(sanitised(FORWARDED, true)['x-forwarded-for']).toBe('203.0.113.7');
  expect(sanitised({}, true)['x-forwarded-for']).toBe('127.0.0.1');
});

test('no other header that a client could forge reaches a page', () => {
  const forged = { forwarded: 'for=1', 'x-forwarded-host': 'evil.example', 'x-middleware-subrequest': 'x' };
  expect(sanitised({ ...forged, 'x-forwarded-proto': 'http' }, true)).toEqual({
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'https',
  });
});

test('a proxy that is not trusted is told of once, with the remedy', () => {
  const said: string[] = [];
  const look = untrustedProxyWarning(false, (sentence) => said.push(sentence));
  look({ headers: {} });
  expect(said).toEqual([]);
  look({ headers: FORWARDED });
  look({ headers: FORWARDED });
  expect(said).toEqual([expect.stringContaining('TRUST_PROXY=true')]);
});

test('of a proxy that is trusted nothing is said', () => {
  const said: string[] = [];
  untrustedProxyWarning(true, (sentence) => said.push(sentence))({ headers: FORWARDED });
  expect(said).toEqual([]);
});
