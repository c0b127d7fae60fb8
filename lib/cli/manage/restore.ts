import { resolve } from 'node:path';
import { sayProgress } from '@/lib/backup/progress';
import { restoreBackup } from '@/lib/backup/restore';
import { OperatorError } from '@/lib/errors';
import { aloneInDataFolder } from '@/lib/process/tool-locks';
import { environment } from '@/lib/settings/environment';
import { manageCommand } from '@/lib/settings/operator-commands';
import type { Verb } from './verb';

export const restore: Verb = {
  summary: 'replace the data folder with a backup',
  usage: '<folder>',
  help: 'Stop the publication first. The backup is compared with its list of files before anything is changed, and the replaced data is kept.',
  options: {},
  run: async (_values, [folder]) => {
    if (!folder) throw new OperatorError(`Name the backup: ${manageCommand('restore <folder>')}`);
    const { dataDir } = environment();
    const { former, warnings } = await aloneInDataFolder(dataDir, 'restore', () =>
      restoreBackup(resolve(folder), dataDir, Date.now(), sayProgress(console.log)),
    );
    return [...warnings, `Restored.${former ? ` The replaced data is in ${former}` : ''}`].join('\n');
  },
};
