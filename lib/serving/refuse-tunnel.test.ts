import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { refuseTunnel } from './refuse-tunnel';

test('a client that stays connected after the refusal holds no connection', async () => {
  const server = createServer({ allowHalfOpen: true }, (socket) =>
    refuseTunnel(socket, { 'x-common': 'yes' }),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const answer = await text(client);
  expect(answer).toMatch(/^HTTP\/1\.1 405 /);
  expect(answer).toContain('\r\nx-common: yes\r\n');
  // The server closes when its last connection has.
  await once(server.close(), 'close');
  client.destroy();
});
