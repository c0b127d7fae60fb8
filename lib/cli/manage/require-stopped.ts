import { createConnection } from 'node:net';
import { join } from 'node:path';
import { isInUse } from '@/lib/backup/in-use';
import { Refusal } from '@/lib/errors';
import type { Environment } from '@/lib/settings/environment';

/**
 * For what must not happen while somebody writes.
 * @param next what is to be done once it is stopped, as in “restore”.
 * @throws Refusal `conflict` when the publication runs.
 */
export async function requireStopped({ dataDir, port }: Environment, next: string): Promise<void> {
  if (isInUse(join(dataDir, 'broadside.db')) || (await isListening(port)))
    throw new Refusal('conflict', `The publication is running. Stop it, then ${next}.`);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
