import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { crowdOf, onceARound } from './once-a-round';

test('requests of one round share what was read, and the next round reads again', async () => {
  let reads = 0;
  const read = onceARound(
    () => ++reads,
    () => false,
  );
  expect([read(), read(), read()]).toEqual([1, 1, 1]);
  await nextRound();
  expect([read(), read()]).toEqual([2, 2]);
});

test('what cannot be read is not shared', () => {
  let fails = true;
  const read = onceARound(
    () => {
      if (fails) throw new Error('disk I/O error');
      return 1;
    },
    () => false,
  );
  expect(read).toThrow('disk');
  fails = false;
  expect(read()).toBe(1);
});

test('with many connections every request reads', () => {
  const server = new EventEmitter();
  const isCrowded = crowdOf(server as Server);
  let reads = 0;
  const read = onceARound(() => ++reads, isCrowded);
  const sockets = Array.from({ length: 1000 }, () => new EventEmitter());
  for (const socket of sockets) server.emit('connection', socket);
  expect([read(), read()]).toEqual([1, 2]);
  for (const socket of sockets) socket.emit('close');
  expect([read(), read()]).toEqual([3, 3]);
});
