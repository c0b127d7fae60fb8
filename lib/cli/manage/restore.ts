import { createConnection } from 'node:net';
import { resolve } from 'node:path';
import { restoreBackup } from '@/lib/backup/backup';
import { Refusal } from '@/lib/errors';
import { environment } from '@/lib/settings/environment';
import type { Verb } from './verb';

export const restore: Verb = {
  summary: 'put a backup in the place of the data folder',
  usage: '<folder>',
  help: 'Stop the publication first. The backup is checked before anything is touched, and what was there is kept.',
  options: {},
  run: async (_values, [folder]) => {
    if (!folder) throw new Refusal('invalid', 'Say which backup: npm run manage -- restore <folder>');
    const { dataDir, port } = environment();
    if (await isListening(port)) {
      throw new Refusal('conflict', 'The publication is running. Stop it, then restore.');
    }
    const former = await restoreBackup(resolve(folder), dataDir, Date.now());
    return `Restored. What was there before is in ${former}`;
  },
};

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
