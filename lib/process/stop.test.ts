import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { gracefulClose, stopWhenTold } from './stop';

const NEVER_MS = 3_600_000;

async function serve() {
  const server = createServer({ keepAliveTimeout: NEVER_MS });
  const close = gracefulClose(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, port, close };
}

/** Starts a server with one request in progress, on a connection that its client keeps alive. */
async function serveOne() {
  const { server, port, close } = await serve();
  const client = get({ port, host: '127.0.0.1', agent: new Agent({ keepAlive: true }) });
  const answered = once(client, 'response').then(([response]) => text(response as IncomingMessage));
  // The test awaits it later, so a rejection must not count as unhandled.
  answered.catch(() => undefined);
  const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  return { close, response, answered };
}

test('a request in progress is answered, and its connection does not keep the server open afterwards', async () => {
  const { close, response, answered } = await serveOne();
  const closed = close(NEVER_MS);
  response.end('whole');
  expect(await answered).toBe('whole');
  await closed;
});

test('a request that does not finish in time is cut off', async () => {
  const { close, answered } = await serveOne();
  await close(1);
  await expect(answered).rejects.toThrow('socket hang up');
});

test('a connection that no longer belongs to the server is cut off too', async () => {
  const { server, port, close } = await serve();
  server.on('connect', () => undefined);
  const client = connect(port, '127.0.0.1');
  client.write('CONNECT localhost:1 HTTP/1.1\r\nhost: localhost:1\r\n\r\n');
  await once(server, 'connect');
  await close(1);
  await once(client.resume(), 'close');
});

test('a connection without any request is closed, and one that sends its first request is answered', async () => {
  const { server, port, close } = await serve();
  const unused = connect(port, '127.0.0.1');
  await once(server, 'connection');
  const sending = connect(port, '127.0.0.1');
  await once(server, 'connection');
  const closed = close(NEVER_MS);
  sending.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  await once(unused.resume(), 'close');
  response.end('whole');
  expect(await text(sending)).toMatch(/whole/);
  await closed;
});

/** Sends a signal to stopWhenTold. @returns what it does, in order. */
async function doneAfter(signal: NodeJS.Signals): Promise<string[]> {
  const done: string[] = [];
  // The timeout of a real stop would end the test worker.
  vi.useFakeTimers();
  const on = vi.spyOn(process, 'on').mockReturnThis();
  const exit = vi.spyOn(process, 'exit');
  try {
    const exited = new Promise<void>((ended) => {
      exit.mockImplementation((code) => {
        done.push(`exit ${code}`);
        ended();
        return undefined as never;
      });
    });
    stopWhenTold(async () => void done.push('stop'), {
      onEnd: () => done.push('end'),
      onSwitch: () => done.push('switch'),
    });
    on.mock.calls.find(([name]) => name === signal)?.[1](signal);
    await exited;
    return done;
  } finally {
    on.mockRestore();
    exit.mockRestore();
    vi.useRealTimers();
  }
}

test('a process releases its hold only after it has stopped and no switch was possible', async () => {
  expect(await doneAfter('SIGTERM')).toEqual(['stop', 'end', 'exit 0']);
  expect(await doneAfter('SIGUSR2')).toEqual(['stop', 'switch', 'end', 'exit 0']);
});
