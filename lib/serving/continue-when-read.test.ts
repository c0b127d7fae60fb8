import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refusalsEn } from '@/lib/language/refusals/en';
import { servePublication } from '@/tools/testing/served-publication';

const MEMBER = 'a-session';
const AUTHOR = `Cookie: broadside=${MEMBER}\r\n`;
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';

let served: Awaited<ReturnType<typeof servePublication>>;
/** The bodies that reached Next. */
let bodies: string[];
beforeEach(async () => {
  bodies = [];
  served = await servePublication({
    isSession: (token) => token === MEMBER,
    next: async (request, response) => {
      bodies.push(await text(request));
      response.writeHead(200, { 'content-type': 'text/plain' }).end('Next');
    },
  });
});
afterEach(() => served.close());

/** Writes the head of a request whose body waits to be wanted. */
function head(path: string, lines: string, method = 'POST'): string {
  return `${method} ${path} HTTP/1.1\r\nHost: localhost:3000\r\nExpect: 100-continue\r\n${lines}\r\n`;
}

test.each([
  ['a body over the limit', '/admin/posts/1/draft', `${AUTHOR}Content-Length: 99000000\r\n`, 413],
  ['an upload over the limit', '/admin/media/upload', `${AUTHOR}Content-Length: 999000000\r\n`, 413],
  ['an upload of a stranger', '/admin/media/upload', 'Content-Length: 500\r\n', 401],
  ['a body that no page takes', '/there', 'Content-Length: 500\r\n', 405],
  ['two hosts', '/admin', 'Host: other\r\nContent-Length: 500\r\n', 400],
  ['another expectation too', '/admin', 'Expect: gold\r\nContent-Length: 500\r\n', 417],
])('%s is refused before it is asked for, and the connection ends', async (_what, path, lines, status) => {
  const answer = await served.askRaw(head(path, lines));
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(answer).not.toContain('100 Continue');
  expect(bodies).toEqual([]);
});

test('a body that is allowed is asked for when it is read, and the connection stays', async () => {
  for (const lines of ['Next-Action: a\r\n', AUTHOR, `${AUTHOR}Next-Action: a\r\n`]) {
    const socket = await served.open(head('/admin/posts/1', `${lines}Content-Length: 2\r\n`));
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    await vi.waitFor(() => expect(answer).toBe(CONTINUE), { timeout: 10_000 });
    socket.write('[]');
    await vi.waitFor(() => expect(answer).toContain('Next'), { timeout: 10_000 });
    expect(answer.slice(CONTINUE.length)).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).not.toMatch(/connection: close/i);
    socket.destroy();
  }
  expect(bodies).toEqual(['[]', '[]', '[]']);
});

test('a body that comes without being asked for is read once', async () => {
  const lines = `${AUTHOR}Connection: close\r\nContent-Length: 2\r\n`;
  const answer = await served.askRaw(`${head('/admin/posts/1', lines)}[]`);
  expect(answer.match(/HTTP\/1\.1 200 /g)).toHaveLength(1);
  expect(bodies).toEqual(['[]']);
});

test('a text that is too long says so, in place of asking for it', async () => {
  const answer = await served.askRaw(head('/admin/posts/1', `${AUTHOR}Content-Length: 99000000\r\n`));
  expect(answer).toContain(refusalsEn.bodyTooLong);
});
