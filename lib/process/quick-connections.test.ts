import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { QuickAnswer } from './quick-answers';
import { QuickConnections } from './quick-connections';
import { gracefulClose } from './stop';

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n';
const SHORT = Buffer.from('ready');
/** More than the system takes for a client that reads nothing. */
const LARGE = Buffer.alloc(24_000_000, 'x');

let server: Server;
let quick: QuickConnections;
let port: number;
/** The targets that Node's server answered. */
let handedOver: string[];
/** How often an answer was asked for. */
let asked: number;
let sockets: Socket[];

beforeEach(async () => {
  handedOver = [];
  sockets = [];
  asked = 0;
  server = createServer((request, response) => {
    handedOver.push(request.url ?? '');
    request.resume();
    response.writeHead(200, ['content-type', 'text/plain', 'content-length', String(SHORT.length)]);
    response.end(SHORT);
  });
  server.keepAliveTimeout = 5000;
  quick = new QuickConnections(server, ({ target }) => {
    asked += 1;
    if (target === '/fails') throw new Error('This cannot be looked up.');
    if (target === '/ready/later') return new Promise((done) => setTimeout(() => done(answerOf(SHORT)), 20));
    if (target === '/fails/later') return Promise.reject(new Error('This cannot be rendered.'));
    if (target === '/large') return answerOf(LARGE);
    return target.startsWith('/ready') ? answerOf(SHORT) : null;
  });
  await new Promise<void>((done) => server.listen(0, done));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

function answerOf(body: Buffer): QuickAnswer {
  return { status: 200, head: `${HEAD}content-length: ${body.length}\r\n`, body };
}

function get(target: string, more = ''): string {
  return `GET ${target} HTTP/1.1\r\nHost: lamp.example\r\n${more}\r\n`;
}

/** Opens a connection. @returns it, and a function that waits until so many answers with a short body came. */
function open() {
  const socket = connect(port);
  sockets.push(socket);
  let text = '';
  let arrived: () => void = () => undefined;
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
    arrived();
  });
  const answers = async (count: number): Promise<string[]> => {
    const bodies = () => text.split(String(SHORT)).length - 1;
    while (bodies() < count) await new Promise<void>((done) => (arrived = done));
    return text.split(String(SHORT)).slice(0, count);
  };
  return { socket, answers };
}

function withoutDate(head: string | undefined): string {
  return String(head).replace(/Date: [^\r]+ GMT/, 'Date: …');
}

test('answers as Node does, byte for byte but for the time', async () => {
  const { socket, answers } = open();
  socket.write(get('/ready'));
  await answers(1);
  expect(handedOver).toEqual([]);
  socket.write(get('/other'));
  const [ours, theirs] = await answers(2);
  expect(handedOver).toEqual(['/other']);
  expect(ours).toMatch(/\r\nDate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\n/);
  expect(withoutDate(ours)).toBe(withoutDate(theirs));
});

test('answers request after request on one connection', async () => {
  const { socket, answers } = open();
  for (let n = 1; n <= 3; n += 1) {
    socket.write(get(`/ready/${n}`));
    await answers(n);
  }
  expect({ asked, handedOver }).toEqual({ asked: 3, handedOver: [] });
});

test('a request whose answer takes time delays the next one of its connection', async () => {
  const { socket, answers } = open();
  socket.write(get('/ready/later'));
  while (asked === 0) await new Promise((done) => setTimeout(done, 1));
  socket.write(get('/other'));
  const [first, second] = await answers(2);
  expect(withoutDate(second)).toBe(withoutDate(first));
  expect(handedOver).toEqual(['/other']);
});

test.each([
  ['in pieces', [get('/ready').slice(0, 20), get('/ready').slice(20)], ['/ready']],
  ['two at once', [get('/ready/1') + get('/ready/2')], ['/ready/1', '/ready/2']],
  [
    'with a body',
    [`${get('/ready/1', 'Content-Length: 3\r\n')}abc`, get('/ready/2')],
    ['/ready/1', '/ready/2'],
  ],
  ['whose answer fails', [get('/fails')], ['/fails']],
  ['whose answer fails later', [get('/fails/later')], ['/fails/later']],
])('gives Node a request %s, with its connection', async (_how, pieces, expected) => {
  const { socket, answers } = open();
  socket.write(get('/ready/first'));
  await answers(1);
  for (const [at, piece] of pieces.entries()) {
    socket.write(piece);
    // Small pieces that are written together arrive together.
    await new Promise((done) => setTimeout(done, at === 0 ? 20 : 0));
  }
  await answers(1 + expected.length);
  expect(handedOver).toEqual(expected);
});

test('sends a slow client its whole answer, and reads no more from it meanwhile', async () => {
  const socket = connect(port);
  sockets.push(socket);
  socket.pause();
  socket.write(get('/large'));
  while (asked === 0) await new Promise((done) => setTimeout(done, 1));
  socket.write(get('/ready'));
  await new Promise((done) => setTimeout(done, 50));
  expect(asked).toBe(1);
  let bytes = 0;
  let last = '';
  socket.on('data', (more) => {
    bytes += more.length;
    last = more.toString('latin1').slice(-SHORT.length);
  });
  socket.resume();
  while (last !== String(SHORT)) await new Promise((done) => setTimeout(done, 1));
  expect(asked).toBe(2);
  expect(bytes).toBeGreaterThan(LARGE.length);
});

test('a client that ends its side gets its answer, then the end', async () => {
  const { socket, answers } = open();
  socket.end(get('/ready'));
  await answers(1);
  await new Promise((done) => socket.once('close', done));
});

test('a stop answers what still comes, with the end of the connection, and closes quiet connections', async () => {
  const close = gracefulClose(server, quick);
  const quiet = open();
  const busy = open();
  for (const { socket, answers } of [quiet, busy]) {
    socket.write(get('/ready'));
    await answers(1);
  }
  const closed = close(10_000, 400);
  busy.socket.write(get('/ready/late'));
  const [, late] = await busy.answers(2);
  expect(late).toMatch(/\r\nConnection: close\r\n/i);
  await closed;
  expect(handedOver).toEqual(['/ready/late']);
});

test('a stop ends the connection of an answer that was under way', async () => {
  const close = gracefulClose(server, quick);
  const { socket, answers } = open();
  socket.write(get('/ready/later'));
  while (asked === 0) await new Promise((done) => setTimeout(done, 1));
  const closed = close(10_000, 5000);
  const [answer] = await answers(1);
  expect(answer).toMatch(/\r\nConnection: close\r\n\r\n$/);
  await closed;
  expect(handedOver).toEqual([]);
});

test('closes a connection that stays quiet, and gives Node one that never asked for anything', async () => {
  const hasty = createServer((_request, response) => response.end(SHORT));
  hasty.keepAliveTimeout = 1;
  const connections = new QuickConnections(hasty, () => answerOf(SHORT));
  await new Promise<void>((done) => hasty.listen(0, done));
  port = (hasty.address() as AddressInfo).port;
  const [used, unused] = [open(), open()];
  used.socket.write(get('/ready'));
  await used.answers(1);
  const accepted = new Promise<Socket>((done) => hasty.once('connection', done));
  const watched = open();
  const ofWatched = await accepted;
  expect(connections.hasAnswered(ofWatched)).toBe(true);
  await new Promise((done) => used.socket.once('close', done));
  while (connections.hasAnswered(ofWatched)) await new Promise((done) => setTimeout(done, 1));
  for (const { socket, answers } of [unused, watched]) {
    socket.write(get('/late'));
    expect((await answers(1))[0]).toMatch(/^HTTP\/1\.1 200 /);
  }
  hasty.close();
});
