import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { edgePurger } from './edge-purge';

test('an edge is asked once for each change, and again when it fails', async () => {
  const asked: IncomingMessage[] = [];
  const edge = createServer((request, response) => {
    asked.push(request);
    response.writeHead(asked.length === 1 ? 503 : 200).end();
  }).listen(0);
  const { port } = edge.address() as AddressInfo;
  let version = 1;
  const failures: unknown[] = [];
  const purge = edgePurger({
    urls: [`http://localhost:${port}/purge`],
    currentVersion: () => version,
    report: (error) => failures.push(error),
  });

  purge();
  purge();
  await expect.poll(() => asked.length, { timeout: 5000 }).toBe(2);
  version = 2;
  purge();
  await expect.poll(() => asked.length, { timeout: 5000 }).toBe(3);
  expect(asked[0]).toMatchObject({ method: 'PURGE', headers: { 'surrogate-key': 'broadside' } });
  expect(failures).toEqual([]);
  edge.close();
});
