import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { sanitiseHeaders, untrustedProxyWarning } from './client-headers';

const SITE = 'https://lamp.example';

/** Returns the headers that pages get for a request from 192.0.2.7. */
function cleaned(
  headers: Record<string, string>,
  { site = SITE, trustProxy = false, from = '192.0.2.7' } = {},
) {
  const request = { headers: { ...headers }, socket: { remoteAddress: from || undefined } };
  sanitiseHeaders(request as unknown as IncomingMessage, site, trustProxy);
  return request.headers as Record<string, string>;
}

test('the address is that of the connection, whatever the client’s headers claim', () => {
  for (const claim of ['198.51.100.9', '198.51.100.9, 203.0.113.1', '']) {
    expect(cleaned({ 'x-forwarded-for': claim })['x-forwarded-for']).toBe('192.0.2.7');
  }
  expect(cleaned({})['x-forwarded-for']).toBe('192.0.2.7');
  expect(cleaned({}, { from: '' })['x-forwarded-for']).toBe('');
});

test('behind the operator’s proxy it is the last one, which the proxy added', () => {
  const behind = (claim: string) =>
    cleaned({ 'x-forwarded-for': claim }, { trustProxy: true })['x-forwarded-for'];
  expect(behind('198.51.100.9, 203.0.113.1')).toBe('203.0.113.1');
  expect(behind('203.0.113.1')).toBe('203.0.113.1');
  expect(behind('')).toBe('192.0.2.7');
  expect(behind('198.51.100.9, ')).toBe('192.0.2.7');
});

test.each([
  'content-security-policy',
  'content-security-policy-report-only',
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-middleware-subrequest',
  'x-invoke-path',
  'x-matched-path',
  'x-next-revalidate-tag-token',
  'x-next-revalidated-tags',
  'x-prerender-revalidate',
  'x-prerender-revalidate-if-generated',
  'x-real-ip',
])('%s is never accepted from a client', (name) => {
  expect(cleaned({ [name]: 'forged' })).not.toHaveProperty(name);
  expect(cleaned({ [name]: 'forged' }, { trustProxy: true })).not.toHaveProperty(name);
});

test('the protocol is that of the site, and other browser headers are kept', () => {
  expect(cleaned({ 'x-forwarded-proto': 'http', accept: 'text/html' })).toMatchObject({
    'x-forwarded-proto': 'https',
    accept: 'text/html',
  });
  expect(cleaned({}, { site: 'http://localhost:3000' })['x-forwarded-proto']).toBe('http');
});

test('a request from a page of ours has our host, whatever host a proxy set; other requests keep theirs', () => {
  expect(cleaned({ origin: SITE, host: '127.0.0.1:3000' }).host).toBe('lamp.example');
  expect(cleaned({ origin: 'https://elsewhere.example', host: '127.0.0.1:3000' }).host).toBe(
    '127.0.0.1:3000',
  );
  expect(cleaned({ host: '127.0.0.1:3000' }).host).toBe('127.0.0.1:3000');
});

const FORWARDED = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' };

test('a proxy that is not trusted is reported once, with the fix', () => {
  const said: string[] = [];
  const look = untrustedProxyWarning(false, (sentence) => said.push(sentence));
  look({ headers: {} });
  expect(said).toEqual([]);
  look({ headers: FORWARDED });
  look({ headers: FORWARDED });
  expect(said).toEqual([expect.stringContaining('TRUST_PROXY=true')]);
});

test('a trusted proxy is not reported', () => {
  const said: string[] = [];
  untrustedProxyWarning(true, (sentence) => said.push(sentence))({ headers: FORWARDED });
  expect(said).toEqual([]);
});

test('if a proxy sends no address, that of the connection is kept', () => {
  expect(cleaned({}, { trustProxy: true })['x-forwarded-for']).toBe('192.0.2.7');
});
