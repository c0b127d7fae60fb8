import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { closeServer } from './stop';

const NEVER_MS = 3_600_000;

/** A server with one request under way, on a connection that its client keeps alive. */
async function serveOne() {
  const server = createServer({ keepAliveTimeout: NEVER_MS }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = get({ port, host: '127.0.0.1', agent: new Agent({ keepAlive: true }) });
  const answered = once(client, 'response').then(([response]) => text(response as IncomingMessage));
  // Nobody asks for it at once.
  answered.catch(() => undefined);
  const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  return { server, response, answered };
}

test('a request under way is answered, and its connection does not hold the server open after that', async () => {
  const { server, response, answered } = await serveOne();
  const closed = closeServer(server, NEVER_MS);
  response.end('whole');
  expect(await answered).toBe('whole');
  await closed;
});

test('a request that does not finish in time is cut off', async () => {
  const { server, answered } = await serveOne();
  await closeServer(server, 1);
  await expect(answered).rejects.toThrow('socket hang up');
});
