import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { gracefulClose, stopWhenTold } from './stop';

const NEVER_MS = 3_600_000;
const QUIET_MS = 100;

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
  const closed = close(NEVER_MS, QUIET_MS);
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
  const closed = close(NEVER_MS, QUIET_MS);
  sending.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  await once(unused.resume(), 'close');
  response.end('whole');
  expect(await text(sending)).toMatch(/whole/);
  await closed;
});

test('clients that send request after request lose none, and learn that their connection ends', async () => {
  const { server, port, close } = await serve();
  server.on('request', (_request, response: ServerResponse) => setTimeout(() => response.end('whole'), 2));
  const answers: IncomingMessage[] = [];
  const askUntilClosed = async () => {
    const own = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      const [response] = (await once(get({ port, host: '127.0.0.1', agent: own }), 'response')) as [
        IncomingMessage,
      ];
      expect(await text(response)).toBe('whole');
      answers.push(response);
      if (response.headers.connection === 'close') return;
    }
  };
  const clients = Array.from({ length: 20 }, askUntilClosed);
  while (answers.length < 60) await new Promise(setImmediate);
  const closed = close(NEVER_MS, QUIET_MS);
  await Promise.all(clients);
  await closed;
});

test('a request whose head has arrived in part is answered', async () => {
  const { server, port, close } = await serve();
  server.on('request', (_request, response: ServerResponse) => response.end('whole'));
  const client = connect(port, '127.0.0.1');
  const [connection] = (await once(server, 'connection')) as [Socket];
  client.write('GET / HTTP/1.1\r\n');
  while (connection.bytesRead === 0) await new Promise(setImmediate);
  const closed = close(NEVER_MS, QUIET_MS);
  await new Promise((done) => setTimeout(done, 3 * QUIET_MS));
  client.write('host: localhost\r\n\r\n');
  expect(await text(client)).toMatch(/connection: close[\s\S]*whole/i);
  await closed;
});

/** Sends a signal to stopWhenTold. @returns what it does, in order. */
async function doneAfter(signal: NodeJS.Signals | 'uncaughtException', uptimeS = 3600): Promise<string[]> {
  const done: string[] = [];
  // The timeout of a real stop would end the test worker.
  vi.useFakeTimers();
  const on = vi.spyOn(process, 'on').mockReturnThis();
  const exit = vi.spyOn(process, 'exit');
  const uptime = vi.spyOn(process, 'uptime').mockReturnValue(uptimeS);
  const error = vi.spyOn(console, 'error').mockImplementation((...said) => done.push(said.join(' ')));
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
      onFault: () => done.push('begin anew'),
    });
    on.mock.calls.find(([name]) => name === signal)?.[1](
      signal === 'uncaughtException' ? new Error('Fault') : signal,
    );
    await exited;
    return done;
  } finally {
    on.mockRestore();
    exit.mockRestore();
    uptime.mockRestore();
    error.mockRestore();
    vi.useRealTimers();
  }
}

test('a process releases its hold only after it has stopped and no switch was possible', async () => {
  expect(await doneAfter('SIGTERM')).toEqual(['stop', 'end', 'exit 0']);
  expect(await doneAfter('SIGUSR2')).toEqual(['stop', 'switch', 'end', 'exit 0']);
});

test('an uncaught exception is recorded, and the process stops in order and begins anew, but never in a circle', async () => {
  const stopped = ['Uncaught: Error: Fault', 'stop'];
  expect(await doneAfter('uncaughtException')).toEqual([...stopped, 'begin anew', 'end', 'exit 1']);
  expect(await doneAfter('uncaughtException', 2)).toEqual([...stopped, 'end', 'exit 1']);
});
