import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseEnvironment } from '@/lib/settings/environment';
import { answerRequests } from './serve';

let server: Server;
/** What Next was asked for. */
let asked: string[];
let version: number;

beforeEach(async () => {
  asked = [];
  version = 1;
  server = createServer(
    answerRequests({
      settings: parseEnvironment({}),
      next: async (incoming, outgoing) => {
        asked.push(String(incoming.url));
        const isThere = incoming.url === '/there';
        outgoing.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html' }).end('<p>Next</p>');
      },
      isDev: false,
      buildDir: '.next',
      currentVersion: () => version,
      findMissing: () => ({ kind: 'missing' }),
      checkHealth: () => undefined,
      report: (error) => {
        throw error;
      },
    }),
  ).listen(0);
  await new Promise((done) => server.once('listening', done));
});
afterEach(() => server.close());

/** Asks with the target as it is written here: other clients tidy it. @returns the status. */
function ask(path: string, method = 'GET'): Promise<number | undefined> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, fail) => {
    request({ port, path, method }, (answer) => answer.resume().once('end', () => done(answer.statusCode)))
      .once('error', fail)
      .end();
  });
}

test.each([
  '/_next/../admin/posts',
  '/_next/%2e%2E/admin/posts',
  '/_next/..\\admin',
  '/icon.svg/../admin',
  '/admin/posts/1/preview/..',
  '/admin/./posts',
  '/media/../admin',
  '/there.rsc',
])('%s, which Next would read as another address, is no page', async (path) => {
  expect(await ask(path)).toBe(404);
  expect(asked.filter((target) => target !== '/not-found')).toEqual([]);
});

test('readers’ pages and files can only be read', async () => {
  for (const path of ['/there', '/_next/static/x.css', '/icon.svg', '/_next/../admin']) {
    expect(await ask(path, 'POST'), path).toBe(405);
  }
  expect(asked).toEqual([]);
});

test('the not-found page is rendered once, however many paths are not there, until something changes', async () => {
  for (const path of ['/a', '/b', '/c']) expect(await ask(path)).toBe(404);
  expect(asked).toEqual(['/a', '/not-found', '/b', '/c']);
  version = 2;
  expect(await ask('/d')).toBe(404);
  expect(asked.slice(4)).toEqual(['/d', '/not-found']);
});
