import { resolve } from 'node:path';
import { restoreBackup } from '@/lib/backup/backup';
import { OperatorError } from '@/lib/errors';
import { environment } from '@/lib/settings/environment';
import { manageCommand } from '@/lib/settings/operator-commands';
import { whileStopped } from './require-stopped';
import type { Verb } from './verb';

export const restore: Verb = {
  summary: 'put a backup in the place of the data folder',
  usage: '<folder>',
  help: 'Stop the publication first. The backup is checked before anything is touched, and what was there is kept.',
  options: {},
  run: async (_values, [folder]) => {
    if (!folder) throw new OperatorError(`Name the backup: ${manageCommand('restore <folder>')}`);
    const settings = environment();
    const former = await whileStopped(settings, 'restore', () =>
      restoreBackup(resolve(folder), settings.dataDir, Date.now()),
    );
    return `Restored. What was there before is in ${former}`;
  },
};
