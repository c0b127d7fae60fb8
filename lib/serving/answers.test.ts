import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { servePublication } from '@/tools/testing/served-publication';
import { type Answered, tellAfter } from './answer-counts';
import type { LastingFault } from './health/health-watch';
import type { Route } from './route';
import { ROUTES } from './routes';

const DATA = 'application/activity+json';
/** A row that is not in the publication's table: a page that programs get as data. */
const PERSON: Route = {
  pattern: '/person',
  handler: 'page',
  methods: ['GET', 'HEAD'],
  cache: 'reader',
  limits: { path: 100, query: 100, bodyBytes: 1000, bodyMs: 1000 },
  accept: ['text/html', DATA],
};
const OPERATOR = { authorization: 'Bearer token-of-the-operator' };

/** The `Accept` header that Next received. */
let accepted: (string | undefined)[];
let faults: LastingFault[];
let served: Awaited<ReturnType<typeof servePublication>>;
beforeEach(async () => {
  accepted = [];
  faults = [];
  served = await servePublication({
    routes: [PERSON, ...ROUTES],
    faults: () => faults,
    next: async ({ headers, url }, response) => {
      accepted.push(headers.accept);
      const type = headers.accept ?? 'text/html';
      response.writeHead(url === '/gone' ? 404 : 200, { 'content-type': type }).end(`<p>${type}</p>`);
    },
  });
});
afterEach(() => served.close());

test('where a row has `accept`, the type is part of the key, and edges keep only the usual one', async () => {
  const ask = (accept?: string) => served.ask('/person', { headers: accept ? { accept } : {} });
  for (const _time of [1, 2]) {
    const page = await ask('text/html,*/*;q=0.8');
    expect(page.body).toContain('text/html');
    expect(page.headers).toMatchObject({ vary: 'Accept', 'surrogate-key': 'broadside' });
    const data = await ask(DATA);
    expect(data.body).toBe(`<p>${DATA}</p>`);
    expect(data.headers).toMatchObject({ vary: 'Accept', 'cache-control': 'private, no-cache' });
  }
  await ask();
  expect(accepted).toEqual([undefined, DATA]);
});

test('everywhere else `Accept` changes nothing', async () => {
  for (const accept of [DATA, 'text/html', 'image/png'])
    expect((await served.ask('/a-post', { headers: { accept } })).headers.vary).toBeUndefined();
  expect(accepted).toEqual([undefined]);
});

test('the operator sees the number of answers; everyone else sees only “ok”', async () => {
  for (const path of ['/a', '/a', '/gone', '/_next/../x']) await served.ask(path);
  await served.ask('/a', { method: 'POST' });
  await served.ask(`/${'a'.repeat(9000)}`);
  for (const authorization of ['', 'Bearer guess', 'token-of-the-operator'])
    expect(await served.ask('/healthz', { headers: { authorization } })).toMatchObject({
      status: 200,
      body: 'ok\n',
    });
  const { headers, body } = await served.ask('/healthz', { headers: OPERATOR });
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  const details = JSON.parse(body);
  expect(details).toMatchObject({ status: 'ok', answers: { 200: 5, 404: 2, 405: 1, 414: 1 } });
  expect(details.bytes).toBeGreaterThan(1000);
  expect(Date.parse(details.startedAt)).toBeLessThanOrEqual(Date.now());
});

test('everyone learns which parts fail, and the operator why', async () => {
  const since = Date.UTC(2026, 10, 27);
  faults = [
    { part: 'disk', reason: 'It is full.', since },
    { part: 'database', reason: 'It was removed.', since },
    { part: 'disk', reason: 'It is slow.', since },
  ];
  expect(await served.ask('/healthz')).toMatchObject({ status: 503, body: 'disk database\n' });
  const { status, body } = await served.ask('/healthz', { headers: OPERATOR });
  expect([status, JSON.parse(body)]).toMatchObject([
    503,
    {
      status: 'failing',
      failing: [{ part: 'disk', reason: 'It is full.', since: '2026-11-27T00:00:00.000Z' }, {}, {}],
    },
  ]);
});

test('only method, path, status, bytes and time of an answer are recorded', async () => {
  const told: Answered[] = [];
  const server: Server = createServer((request, response) => {
    tellAfter(request, response, '/recorded', (answered) => told.push(answered));
    response.writeHead(200, { 'content-length': 5 }).end('hello');
  }).listen(0);
  const { port } = server.address() as AddressInfo;
  await (await fetch(`http://127.0.0.1:${port}/a?q=secret`)).text();
  server.close();
  expect(told).toEqual([
    { method: 'GET', path: '/recorded', status: 200, bytes: expect.any(Number), ms: expect.any(Number) },
  ]);
  for (const { bytes } of told) expect(bytes).toBeGreaterThan('HTTP/1.1 200 OK'.length + 5);
});
