import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseEnvironment } from '@/lib/settings/environment';
import { type Asking, servePublication } from '@/tools/testing/served-publication';
import { commonHeaders } from './security-headers';

const OWN = 'http://localhost:3000';
const MEMBER = 'a-session';
const COOKIE = { cookie: `other=1; broadside=${MEMBER}` };
const ACTION = { 'next-action': 'abc', 'content-type': 'text/plain;charset=UTF-8' };
const LONG = 'x'.repeat(70_000);
const SOON = { timeout: 10_000 };

/** What reached Next: method, target and body. */
let asked: string[];
let served: Awaited<ReturnType<typeof servePublication>>;
let atOnce: number;
let mostAtOnce: number;
beforeEach(async () => {
  asked = [];
  atOnce = 0;
  mostAtOnce = 0;
  served = await servePublication({
    settings: parseEnvironment({ TRUST_PROXY: 'true' }),
    isSession: (token) => token === MEMBER,
    next: async (request, response) => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      asked.push(`${request.method} ${request.url} ${await text(request)}`);
      atOnce -= 1;
      const headers = {
        'content-type': 'text/html',
        'set-cookie': ['a=1', 'b=2'],
        'cache-control': 'public',
      };
      response.writeHead(200, headers).end('<p>Next</p>');
    },
  });
});
afterEach(() => served.close());

const post = (path: string, { headers = {}, body = '[]' }: Asking = {}) =>
  served.ask(path, { method: 'POST', headers, body });

test('a stranger reaches the pages of the admin, one at a time, with the headers of every answer', async () => {
  const answers = await Promise.all(
    ['/admin', '/admin/sign-in', '/api/auth/csrf'].map((path) => served.ask(path)),
  );
  for (const { status, headers, body } of answers) {
    expect({ status, body }).toEqual({ status: 200, body: '<p>Next</p>' });
    expect(headers).toMatchObject(commonHeaders(OWN));
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'set-cookie': ['a=1', 'b=2'] });
  }
  expect(mostAtOnce).toBe(1);
});

test('the body of a stranger is refused before it is read, where it is neither a form nor an action', async () => {
  for (const path of ['/admin/media/upload?name=a.jpg', '/admin/posts/1/draft']) {
    // Only the head is sent: whoever waited for the body would never answer.
    const head = `POST ${path} HTTP/1.1\r\nHost: localhost:3000\r\nContent-Length: 500\r\n\r\n`;
    const answer = await served.askRaw(head);
    expect(answer, path).toMatch(/^HTTP\/1\.1 401 /);
    expect(answer).toContain('"code":"signed_out"');
  }
  expect(asked).toEqual([]);
});

test('a stranger who sends a long text is asked to sign in, whatever its length', async () => {
  for (const length of [70_000, 500_000_000]) {
    const head = `PUT /admin/posts/1/draft HTTP/1.1\r\nHost: localhost:3000\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
    const answer = await served.askRaw(head);
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(answer).toContain('"code":"signed_out"');
    expect(answer).toMatch(/\r\ncache-control: private, no-store\r\n/i);
    expect(answer).toMatch(/\r\nx-content-type-options: nosniff\r\n/i);
  }
  expect(asked).toEqual([]);
});

test('a stranger may send short actions and forms, and nothing long', async () => {
  expect((await post('/admin/posts/1', { headers: ACTION })).status).toBe(200);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await post('/api/auth/callback/credentials', { headers: form, body: 'a=b' })).status).toBe(200);
  expect((await post('/admin/sign-in', { headers: ACTION, body: `["${LONG}"]` })).status).toBe(413);
  const chunked = `POST /admin/sign-in HTTP/1.1\r\nHost: localhost:3000\r\nNext-Action: a\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const answer = await served.askRaw(`${chunked}${LONG.length.toString(16)}\r\n${LONG}\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(asked).toEqual(['POST /admin/posts/1 []', 'POST /api/auth/callback/credentials a=b']);
});

test('a person with a session may send longer bodies', async () => {
  const body = `["${LONG}"]`;
  expect((await post('/admin/posts/1', { headers: { ...ACTION, ...COOKIE }, body })).status).toBe(200);
  expect((await post('/admin/posts/1/draft', { headers: COOKIE, body })).status).toBe(200);
  expect(asked).toEqual([`POST /admin/posts/1 ${body}`, `POST /admin/posts/1/draft ${body}`]);
});

/** Opens connections on which the body of a server action never comes. */
function openSlow(count: number, header: string): Promise<Socket[]> {
  const head = `POST /admin/sign-in HTTP/1.1\r\nHost: localhost:3000\r\nNext-Action: a\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n${header}\r\n\r\n`;
  return Promise.all(Array.from({ length: count }, () => served.open(head)));
}

const signIn = (network: string) =>
  post('/admin/sign-in', { headers: { ...ACTION, 'x-forwarded-for': network } });

test('slow bodies from one network keep nobody else from signing in', async () => {
  const slow = await openSlow(80, 'X-Forwarded-For: 192.0.2.1');
  await vi.waitFor(async () => expect((await signIn('192.0.2.1')).status).toBe(503), SOON);
  expect((await signIn('192.0.2.2')).status).toBe(200);
  for (const socket of slow) socket.destroy();
  await vi.waitFor(async () => expect((await signIn('192.0.2.1')).status).toBe(200), SOON);
});

test('slow bodies of people with a session keep nobody from signing in', async () => {
  const slow = await openSlow(80, `Cookie: ${COOKIE.cookie}`);
  expect((await signIn('192.0.2.2')).status).toBe(200);
  for (const socket of slow) socket.destroy();
});

test('slow bodies from many networks are limited in all', async () => {
  const networks = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'];
  const slow = await Promise.all(networks.map((network) => openSlow(16, `X-Forwarded-For: ${network}`)));
  await vi.waitFor(async () => expect((await signIn('192.0.2.5')).status).toBe(503), SOON);
  for (const socket of slow.flat()) socket.destroy();
});

test.each([
  ['a form without a boundary', 'multipart/form-data', 'anything'],
  ['a form that ends too early', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition'],
  ['arguments that are not JSON', 'text/plain', '[1,'],
  ['arguments nested without end', 'text/plain', '['.repeat(30_000)],
  ['nested arguments in a form', 'multipart/form-data; boundary=b', formOf('['.repeat(5000))],
])('%s answers 400, before Next', async (_what, type, body) => {
  for (const headers of [{}, COOKIE]) {
    const sent = { ...ACTION, ...headers, 'content-type': type };
    const answer = await post('/admin/sign-in', { headers: sent, body });
    expect(answer.status).toBe(400);
    expect(answer.body).toBe('The request is damaged. Reload the page and try again.\n');
  }
  const auth = await post('/api/auth/callback/credentials', {
    headers: { 'content-type': type.replace('text/plain', 'application/json') },
    body,
  });
  expect(auth.status).toBe(400);
  expect(asked).toEqual([]);
});

test('an action with arguments as React sends them passes', async () => {
  const headers = { ...ACTION, 'content-type': 'multipart/form-data; boundary=b' };
  expect((await post('/admin/sign-in', { headers, body: formOf('["$K1"]') })).status).toBe(200);
});

test('an action from another site is refused', async () => {
  for (const origin of ['https://evil.example', 'null']) {
    const answer = await post('/admin/sign-in', { headers: { ...ACTION, origin } });
    expect(answer.status, origin).toBe(403);
  }
  expect((await post('/admin/sign-in', { headers: { ...ACTION, origin: OWN } })).status).toBe(200);
});

function formOf(json: string): string {
  const part = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return `${part('1_email', 'a@example.org')}${part('0', json)}--b--\r\n`;
}
